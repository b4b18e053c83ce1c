"""Languages that describe hardware: Verilog and VHDL."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Verilog", "Vhdl"]

_VERILOG_KEYWORDS = """
alias always always_comb always_ff always_latch assert assert_strobe assign assume attribute
automatic before begin bind bins binsof break case casex casez clocking config constraint context
continue cover covergroup coverpoint cross deassign default defparam design dist do else end
endattribute endcase endclass endclocking endconfig endfunction endgenerate endgroup endinterface
endmodule endpackage endprimitive endprogram endproperty endsequence endspecify endtable endtask
expect export extends extern final first_match for force foreach forever fork forkjoin function
generate genvar if iff ifnone ignore_bins illegal_bins import incdir include initial inside
instance interface intersect join join_any join_none liblist library local localparam matches
modport module new noshowcancelled null package parameter primitive priority program property
protected pulsestyle_ondetect pulsestyle_onevent pure rand randc randcase randsequence release
return sequence showcancelled solve specify super table task this throughout timeprecision
timeunit type typedef unique use wait wait_order while wildcard with within
"""
_VERILOG_TYPES = """
and bit buf bufif0 bufif1 byte cell chandle class cmos const disable edge enum event highz0 highz1
initial inout input int integer join logic longint macromodule medium nand negedge nmos nor not
notif0 notif1 or output packed parameter pmos posedge pull0 pull1 pulldown pullup rcmos real
realtime ref reg repeat rnmos rpmos rtran rtranif0 rtranif1 scalared shortint shortreal signed
specparam static strength string strong0 strong1 struct supply0 supply1 tagged time tran tranif0
tranif1 tri tri0 tri1 triand trior trireg union unsigned uwire var vectored virtual void wait wand
weak[01] wire wor xnor xor
"""
_VERILOG_TASKS = """
acos acosh asin asinh assertfailoff assertfailon assertkill assertnonvacuouson assertoff asserton
assertpassoff assertpasson assertvacuousoff atan atan2 atanh bits bitstoreal bitstoshortreal cast
ceil changed changed_gclk changing_gclk clog2 cos cosh countones coverage_control coverage_get
coverage_get_max coverage_merge coverage_save dimensions display displayb displayh displayo
dist_chi_square dist_erlang dist_exponential dist_normal dist_poisson dist_t dist_uniform dumpall
dumpfile dumpflush dumplimit dumpoff dumpon dumpports dumpportsall dumpportsflush dumpportslimit
dumpportsoff dumpportson dumpvars error exit exp falling_gclk fclose fdisplay fdisplayb fdisplayh
fdisplayo fell fell_gclk feof ferror fflush fgetc fgets finish floor fmonitor fmonitorb fmonitorh
fmonitoro fopen fread fscanf fseek fstrobe fstrobeb fstrobeh fstrobeo ftell future_gclk fwrite
fwriteb fwriteh fwriteo get_coverage high hypot increment info isunbounded isunknown itor left ln
load_coverage_db log10 low monitor monitorb monitorh monitoro monitoroff monitoron onehot onehot0
past past_gclk pow printtimescale q_add q_exam q_full q_initialize q_remove random readmemb
readmemh realtime realtobits rewind right rising_gclk rose rose_gclk rtoi sampled
set_coverage_db_name sformat sformatf shortrealtobits signed sin sinh size sqrt sscanf stable
stable_gclk steady_gclk stime stop strobe strobeb strobeh strobeo swrite swriteb swriteh swriteo
system tan tanh time timeformat typename ungetc unpacked_dimensions unsigned warning write writeb
writeh writememb writememh writeo
"""


class Verilog(Lexer):
    """Verilog and SystemVerilog."""

    states: ClassVar[States] = {
        "root": [
            (r"\n+", "", "expr_bol"),
            "comments",
            "inline_whitespace",
            (r"", "", "statement"),
        ],
        "expr_bol": ["inline_whitespace", (r"`define", "cp", "macro"), (r"", "", POP)],
        "bol": [(r"[a-zA-Z_][a-zA-Z0-9_]*:(?!:)", "nl"), "expr_bol"],
        "inline_whitespace": [
            (r"[ \t\r]+", ""),
            (r"\\\n", ""),
            (r"(?s:/(?:\\\n)?[*].*?[*](?:\\\n)?/)", "cm"),
        ],
        "comments": [(r"//.*$", "c1", "bol")],
        "string": [
            (r'"', "s", POP),
            (r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", "se"),
            (r'[^\\"\n]+', "s"),
            (r"\\\n?", "s"),
        ],
        "statement": [
            (r"\n+", "", "bol"),
            "comments",
            "inline_whitespace",
            (r'L?"', "s", "string"),
            (
                r"(?:[0-9_]+\.[0-9_]*|[0-9_]*\.[0-9_]+)(?:[eE][+-]?[0-9_]+)?",
                "mf",
            ),
            (r"[0-9_]+[eE][+-]?[0-9_]+", "mf"),
            (r"[0-9]*'h[0-9a-fA-F_?]+", "mh"),
            (r"[0-9]*'b?[01xz_?]+", "mb"),
            (r"[0-9]*'d[0-9_?]+", "mi"),
            (r"[0-9_]+[luLU]*", "mi"),
            (r"[-~!%^&*+=|?:<>/@{}]", "o"),
            (r"[()\[\],.$#;]", "p"),
            (r"`\w+", "cp"),
            (
                r"[a-zA-Z_][a-zA-Z0-9_]*",
                words("n", k=_VERILOG_KEYWORDS, kt=_VERILOG_TYPES, nb=_VERILOG_TASKS),
            ),
        ],
        "macro": [
            (r"\n", "cp", POP),
            "inline_whitespace",
            (r";", "p"),
            (r"=", "o"),
            (r"\w+", ""),
        ],
    }


_VHDL_KEYWORDS = """
access after alias all architecture array assert assume assume_guarantee attribute begin block
body buffer bus case component configuration constant context cover default disconnect downto else
elsif end entity exit fairness file for force function generate generic group guarded if impure in
inertial inout is label library linkage literal loop map new next null of on open others out
package parameter port postponed procedure process property protected pure range record register
reject release report return select sequence severity shared signal strong subtype then to
transport type unaffected units until use variable vmode vprop vunit wait when while with
"""
_VHDL_TYPES = """
bit bit_vector boolean boolean_vector character integer integer_vector natural positive real
real_vector severity_level signed std_logic std_logic_vector std_ulogic std_ulogic_vector string
time time_vector unsigned
"""
_VHDL_OPERATORS = """
abs and mod nand nor not or rem rol ror sla sll sra srl xnor xor
"""
_VHDL = words("n", k=_VHDL_KEYWORDS, kt=_VHDL_TYPES, ow=_VHDL_OPERATORS)


def _vhdl_word(run: Run, match: re.Match[str]) -> None:
    run.token(_VHDL.get(match[0].lower(), "n"), match[0])


class Vhdl(Lexer):
    """VHDL."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", ""),
            (r"--.*$", "c1"),
            (r"-?\d+", "mi"),
            (r'[boxBOX]?"[^"]*"', "s1"),
            (r"'[^']?'", "sc"),
            (r"'[a-zA-Z][a-zA-Z0-9_]*", "na"),
            (r"[(),:;]", "p"),
            (r"(?i:true|false|null)\b", "nb"),
            (r"[a-zA-Z][a-zA-Z0-9_]*", _vhdl_word),
            (
                (
                    r"=>|[*][*]|:=|/=|>=|<=|<>|\?\?|\?=|\?/=|\?>|\?<|\?>=|\?<=|<<|>>"
                    r"|[#&'*+-./:<=>?@^]"
                ),
                "o",
            ),
        ]
    }
