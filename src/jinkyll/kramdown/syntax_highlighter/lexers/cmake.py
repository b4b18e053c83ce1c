"""CMake."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, Run, States

if TYPE_CHECKING:
    import re

__all__ = ["CMake"]

_COMMAND_LIST = """
add_compile_definitions add_compile_options add_custom_command add_custom_target add_definitions
add_dependencies add_executable add_library add_link_options add_subdirectory add_test
aux_source_directory break build_command build_name cmake_host_system_information cmake_language
cmake_minimum_required cmake_parse_arguments cmake_policy configure_file create_test_sourcelist
define_property else elseif enable_language enable_testing endforeach endfunction endif endmacro
endwhile exec_program execute_process export export_library_dependencies file find_file
find_library find_package find_path find_program fltk_wrap_ui foreach function get_cmake_property
get_directory_property get_filename_component get_property get_source_file_property
get_target_property get_test_property if include include_directories include_external_msproject
include_guard include_regular_expression install install_files install_programs install_targets
link_directories link_libraries list load_cache load_command macro make_directory mark_as_advanced
math message option output_required_files project qt_wrap_cpp qt_wrap_ui remove remove_definitions
return separate_arguments set set_directory_properties set_property set_source_files_properties
set_target_properties set_tests_properties site_name source_group string subdir_depends subdirs
target_compile_definitions target_compile_features target_compile_options
target_include_directories target_link_directories target_link_libraries target_link_options
target_precompile_headers target_sources try_compile try_run unset use_mangled_mesa utility_source
variable_requires variable_watch while write_file
"""
_COMMANDS = frozenset(_COMMAND_LIST.split())


class _Source(Run):
    """A run that knows how long the bracket is that it is in."""

    __slots__ = ("bracket",)

    def __init__(self, lexer: Lexer, text: str) -> None:
        super().__init__(lexer, text)
        self.bracket = 0


def _comment(run: _Source, match: re.Match[str]) -> None:
    run.token("cm", match[0])
    run.bracket = len(match[0]) - 1
    run.goto("bracket_comment")


def _string(run: _Source, match: re.Match[str]) -> None:
    run.token("s2", match[0])
    run.bracket = len(match[0])
    run.goto("bracket_string")


def _closing(run: _Source, match: re.Match[str]) -> None:
    run.token("cm" if run.stack[-1] == "bracket_comment" else "s2", match[0])
    if len(match[0]) == run.bracket:
        run.goto("root")


def _command(run: Run, match: re.Match[str]) -> None:
    run.token("nb" if match["command"] in _COMMANDS else "nf", match["command"])
    run.token("", match["gap"])
    run.token("p", "(")


_VARIABLE: Rule = (r"\$\{", "si", "variable_reference")


class CMake(Lexer):
    """CMake."""

    def begin(self, text: str = "") -> Run:
        """A run that remembers the length of brackets."""
        return _Source(self, text)

    states: ClassVar[States] = {
        "root": [
            _VARIABLE,
            (r"[ \t]", ""),
            (r"[()]", "p"),
            (r"#\[=*\[", _comment),
            (r"\[=*\[", _string),
            (r'\\"', ""),
            (r'"', "s2", "quoted_argument"),
            (r"(?P<command>[A-Za-z_][A-Za-z0-9_]*)(?P<gap>[ \t]*)\(", _command),
            (r"[A-Za-z_][A-Za-z0-9_]*", ""),
            (r"#.*", "c1"),
            (r'[^$ \t()#\[\\"A-Za-z_]+', ""),
            (r"[$\[\\]", ""),
        ],
        "bracket_string": [(r"\]=*\]", _closing), _VARIABLE, (r"[^\]$]+|[\]$]", "s2")],
        "bracket_comment": [(r"\]=*\]", _closing), (r"[^\]]+|\]", "cm")],
        "variable_reference": [_VARIABLE, (r"\}", "si", POP), (r"[^$}]+|\$", "nv")],
        "quoted_argument": [
            _VARIABLE,
            (r'"', "s2", "root"),
            (r"\\[()#\" \\$@^trn;]", "se"),
            (r'[^$"\\]+|[$\\]', "s2"),
        ],
    }
