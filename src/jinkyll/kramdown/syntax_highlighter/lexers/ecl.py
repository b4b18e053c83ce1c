"""ECL, the language of HPCC."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Ecl"]

_LIBRARY = frozenset(["file", "date", "str", "math", "metaphone", "metaphone3", "uni"])
_MODULES = _LIBRARY | {"audit", "blas", "system"}
_SECOND = frozenset(["debug", "email", "job", "log", "thorlib", "util", "workunit"])
_SIZED = frozenset(["data", "qstring", "varstring", "varunicode", "unicode", "utf8", "string"])
_BYTES = {"integer": range(1, 9), "unsigned": range(1, 9), "real": (4, 8)}
_TEMPLATE_LIST = """
append apply break constant debug declare demangle else elseif end endregion error expand export
exportxml for forall getdatatype if ifdefined inmodule isdefined isvalid line link loop mangle
onwarning option region set stored text trace uniquename warning webservice workunit loadxml
"""
_TEMPLATE = frozenset(_TEMPLATE_LIST.split())
_WORDS = words(
    "",
    kt="""
ascii big_endian boolean data decimal ebcdic grouped integer linkcounted pattern qstring real
record rule set of streamed string token udecimal unicode utf8 unsigned varstring varunicode
""",
    k="""
and or in not all any as from atmost before best between case const counter csv descend encrypt
end endmacro enum except exclusive expire export extend fail few first flat full function
functionmacro group heading hole ifblock import joined keep keyed last left limit load local
locale lookup many maxcount maxlength _token module interface named nocase noroot noscan nosort of
only opt outer overwrite packed partition penalty physicallength pipe quote record repeat return
right rows scan self separator service shared skew skip sql store terminator thor threshold token
transform trim type unicodeorder unsorted validate virtual whole wild within xml xpath after
cluster compressed compression default encoding escape fileposition forward grouped inner internal
linkcounted literal lzw mofn multiple namespace wnotrim noxpath onfail prefetch retry rowset scope
smart soapaction stable timelimit timeout unordered unstable update use width
""",
    nf="""
abs acos aggregate allnodes apply ascii asin asstring atan _token ave case catch choose choosen
choosesets clustersize combine correlation cos cosh count covariance cron dataset dedup define
denormalize dictionary distribute distributed distribution ebcdic enth error evaluate event
eventextra eventname exists exp failcode failmessage fetch fromunicode fromxml getenv getisvalid
global graph group hash hashcrc having httpcall httpheader if iff index intformat isvalid iterate
join keyunicode length library limit ln local log loop map matched matchlength matchposition
matchtext matchunicode max merge mergejoin min nofold nolocal nonempty normalize parse pipe power
preload process project pull random range rank ranked realformat recordof regexfind regexreplace
regroup rejected rollup round roundup row rowdiff sample set sin sinh sizeof soapcall sort sorted
sqrt stepped stored sum table tan tanh thisnode topn tounicode toxml transfer transform trim
truncate typeof ungroup unicodeorder variance which workunit xmldecode xmlencode xmltext
xmlunicode assert build buildindex fail keydiff keypatch loadxml nothor notify output parallel
sequential wait
""",
)


def _qualified(run: Run, match: re.Match[str]) -> None:
    first, second, third = match[0].split(".")
    known = first == "std" and second in _MODULES and third in _SECOND
    run.token("nc" if known else "nv", match[0])


def _word(run: Run, match: re.Match[str]) -> None:
    letters, digits = match["letters"].lower(), match["digits"]
    name = letters + digits
    number = int(digits) if digits else -1
    if match["hash"]:
        kind = "kt" if name in _TEMPLATE else "err"
    elif letters in _SIZED and digits:
        kind = "kt"
    elif name in _WORDS:
        kind = _WORDS[name]
    elif (letters in {"integer", "unsigned"} and 1 <= number <= 8) or (
        letters == "real" and number in {4, 8}
    ):
        kind = "kt"
    else:
        kind = "kc" if name in {"true", "false"} else "nx"
    run.token(kind, match[0])


class Ecl(Lexer):
    """ECL."""

    states: ClassVar[States] = {
        "root": [
            (r"\n+", ""),
            (r"//.*", "c1"),
            (r"[ \t\r]+", ""),
            (r"\\\n", ""),
            (r"/[*](?s:.*?)[*]/", "cm"),
            (r"[xDQUV]?'[^'\\]*(?:\\.[^'\\]*)*'", "s1"),
            (r"\\(?:[0-2][0-7]*|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$)", ""),
            (r"(?i:and|not|or|in)\b", "ow"),
            (r"[:=|><+/\\]", "o"),
            (r"[\[\]{}();,&.%]", "p"),
            (r"(?is:beginc\+\+.*?endc\+\+)", "s1"),
            (r"(?is:embed.*?endembed)", "s1"),
            (r"\w+\.\w+\.\w+", _qualified),
            (r"(?i:u?decimal)\d+(?:_\d+)?\b", "kt"),
            (r"\d+\.\d+(?:[eE][+\-]?\d+)?", "mf"),
            (r"[xX][0-9a-fA-F]+", "mh"),
            (r"0[xX][0-9a-fA-F]+", "mh"),
            (r"0[0-9a-fA-F]+[xX]", "mh"),
            (r"0[bB][01]+", "mb"),
            (r"[01]+[bB]", "mb"),
            (r"\d+", "mi"),
            (r"(?P<hash>#?)(?P<letters>[a-zA-Z_]\w*?)(?P<digits>\d*)\b", _word),
        ]
    }
