"""Windows batch files."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["Batchfile"]

_WORDS = words(
    "kd",
    kr="""
    con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7
    lpt8 lpt9
    """,
    k="if else for in do goto call exit",
    ow="exist defined errorlevel cmdextversion not equ neq lss leq gtr geq",
    nb="""
    assoc attrib bcdedit break cacls cd chcp chdir chkdsk chkntfs choice cls cmd color comp
    compact convert copy date del dir diskpart doskey dpath driverquery echo endlocal erase fc
    find findstr format fsutil ftype gpresult graftabl help icacls label md mkdir mklink mode more
    move openfiles path pause popd print prompt pushd rd recover ren rename replace rmdir robocopy
    sc schtasks setlocal shift shutdown sort start subst systeminfo takeown taskkill tasklist time
    timeout title tree type ver verify vol waitfor wmic xcopy addusers admodcmd ansicon arp at
    bcdboot bitsadmin browstat certreq certutil change cidiag cipher cleanmgr clip cmdkey compress
    convertcp coreinfo csccmd cscript csvde curl debug defrag delprof deltree devcon diamond
    dirquota diruse diskshadow diskuse dism dnscmd dsacls dsadd dsget dsmgmt dsmod dsmove dsquery
    dsregcmd dsrm edlin eventcreate expand extract fdisk fltmc forfiles freedisk ftp getmac
    gpupdate hostname ifmember inuse ipconfig kill lgpo lodctr logman logoff logtime makecab
    mapisend mbsacli mem mountvol moveuser msg mshta msiexec msinfo32 mstsc nbtstat net net1
    netdom netsh netstat nlsinfo nltest now nslookup ntbackup ntdsutil ntoskrnl ntrights nvspbind
    pathping perms ping pngout pnputil portqry powercfg printbrm prncnfg prnmngr procdump psexec
    psfile psgetsid psinfo pskill pslist psloggedon psloglist pspasswd psping psservice psshutdown
    pssuspend qbasic qgrep qprocess query quser qwinsta rasdial reg reg1 regdump regedt32 regini
    regsvr32 reset restore rmtshare route rpcping run runas rundll32 scandisk setspn setx sfc
    share shellrunas shortcut sigcheck sleep slmgr strings subinacl sysmon telnet tftp tlist touch
    tracerpt tracert tscon tsdiscon tskill tttracer typeperf tzutil undelete unformat verifier
    vmconnect vssadmin w32tm wbadmin wecutil wevtutil wget where whoami windiff winrm winrs
    wpeutil wpr wscript wuauclt wusa
    """,
    na="on off disable enableextensions enabledelayedexpansion",
)


def _word(run: Run, match: re.Match[str]) -> None:
    kind = _WORDS.get(match["word"], "kd")
    if kind == "nb":
        run.token(kind, match[0])
    else:
        run.token(kind, match["word"])
        run.token("err", match["suffix"])


class Batchfile(Lexer):
    """Batch files."""

    states: ClassVar[States] = {
        "root": ["basic", "data"],
        "basic": [
            (r"(?i:@?\brem\b.*$)", "c"),
            (r"^::.*$", "c"),
            (r":[a-zA-Z]+", "nl"),
            (r"(?P<word>[a-zA-Z]\w*)(?P<suffix>(?i:\.exe|com|bat|cmd|msi))?", _word),
            (r"(?:[/+]|--?)[a-zA-Z]+\s*", "na"),
            "expansions",
            (r"[<>&|(){}\[\]\-+=;,~?*]", "o"),
        ],
        "escape": [(r"(?s:\^.)", "se")],
        "expansions": [
            (r"[%!]+[a-zA-Z_$@#]+[%!]+", "nv"),
            (r"%+~?[a-zA-Z]+\d?", "vm"),
        ],
        "double_quotes": ["escape", (r'"', "s2", POP), "expansions", (r'[^^"%!]+', "s2")],
        "single_quotes": ["escape", (r"'", "s1", POP), "expansions", (r"[^^'%!]+", "s1")],
        "backtick": ["escape", (r"`", "sb", POP), "expansions", (r"[^^`%!]+", "sb")],
        "data": [
            (r"\s+", ""),
            (r"0[xX][0-9a-fA-F]+", "mh"),
            (r"[0-9]", "m"),
            (r'"', "s2", "double_quotes"),
            (r"'", "s1", "single_quotes"),
            (r"`", "sb", "backtick"),
            (r"[^\s&|()\[\]{}^=;!%+\-,\"'`~?*]+", ""),
            "escape",
        ],
    }
