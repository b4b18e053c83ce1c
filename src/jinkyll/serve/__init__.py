"""The preview server that rebuilds on change."""
