"""What a later build may use of an earlier one."""
