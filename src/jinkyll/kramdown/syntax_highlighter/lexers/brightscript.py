"""BrightScript, the language of Roku."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import Lexer, Run, States, words

if TYPE_CHECKING:
    import re

__all__ = ["BrightScript"]

_OBJECT_LIST = """
roAppendFile roAppInfo roAppManager roArray roAssociativeArray roAudioGuide roAudioMetadata
roAudioPlayer roAudioPlayerEvent roAudioResourceroBitmap roBoolean roBrightPackage roBrSub
roButton roByteArray roCaptionRenderer roCaptionRendererEvent roCecInterface roCECStatusEvent
roChannelStore roChannelStoreEvent roClockWidget roCodeRegistrationScreen
roCodeRegistrationScreenEventroCompositor roControlDown roControlPort roControlUp roCreateFile
roDatagramReceiver roDatagramSender roDataGramSocket roDateTime roDeviceInfo roDeviceInfoEvent
roDoubleroEVPCipher roEVPDigest roFileSystem roFileSystemEvent roFloat roFont roFontMetrics
roFontRegistry roFunction roGlobal roGpio roGridScreen roGridScreenEvent
roHdmiHotPlugEventroHdmiStatus roHdmiStatusEvent roHMAC roHttpAgent roImageCanvas
roImageCanvasEvent roImageMetadata roImagePlayer roImageWidgetroInput roInputEvent roInt roInvalid
roIRRemote roKeyboard roKeyboardPress roKeyboardScreen roKeyboardScreenEventroList roListScreen
roListScreenEvent roLocalization roLongInteger roMessageDialog roMessageDialogEvent roMessagePort
roMicrophone roMicrophoneEvent roNetworkConfiguration roOneLineDialog
roOneLineDialogEventroParagraphScreen roParagraphScreenEvent roPath roPinEntryDialog
roPinEntryDialogEvent roPinentryScreen roPosterScreen roPosterScreenEventroProgramGuide
roQuadravoxButton roReadFile roRectangleroRegexroRegion roRegistry roRegistrySection
roResourceManager roRSA roRssArticle roRssParser roScreen roSearchHistory roSearchScreen
roSearchScreenEvent roSerialPort roSGNode roSGNodeEvent roSGScreenroSGScreenEvent
roSlideShowroSlideShowEvent roSNS5 roSocketAddress roSocketEvent roSpringboardScreen
roSpringboardScreenEventroSprite roStorageInfo roStreamSocket roStringroSystemLogroSystemLogEvent
roSystemTime roTextFieldroTextScreen roTextScreenEvent roTextToSpeech roTextToSpeechEvent
roTextureManager roTextureRequest roTextureRequestEventroTextWidget roTimer roTimespan
roTouchScreen roTunerroTunerEvent roUniversalControlEvent roUrlEvent roUrlTransfer roVideoEvent
roVideoInput roVideoMode roVideoPlayer roVideoPlayerEvent roVideoScreen
roVideoScreenEventroWriteFile roXMLElement roXMLList
"""
_OBJECTS = frozenset(_OBJECT_LIST.split())
_WORDS = words(
    "n",
    kr="""
BOX CREATEOBJECT DIM EACH ELSE ELSEIF END ENDFUNCTION ENDIF ENDSUB ENDWHILE EVAL EXIT EXITWHILE
FALSE FOR FUNCTION GETGLOBALAA GETLASTRUNCOMPILEERROR GETLASTRUNRUNTIMEERROR GOTO IF IN INVALID
LET LINE_NUM M NEXT OBJFUN POS PRINT REM RETURN RUN STEP STOP SUB TAB TO TRUE TYPE WHILE
CLASS CONST IMPORT LIBRARY NAMESPACE PRIVATE PROTECTED PUBLIC
""",
    kt="""
BOOLEAN DIM DOUBLE DYNAMIC FLOAT FUNCTION INTEGER INTERFACE INVALID LONGINTEGER OBJECT STRING VOID
""",
    nb="""
ABS ASC ATN CDBL CHR CINT CONTROL COPYFILE COS CREATEDIRECTORY CSNG DELETEDIRECTORY DELETEFILE EXP
FINDMEMBERFUNCTION FINDNODE FIX FORMATDRIVEFORMATJSON GETINTERFACE INSTR INT LCASE LEFT LEN
LISTDIR LOG MATCHFILES MID MOVEFILE OBSERVEFIELD PARSEJSON PARSEXML READASCIIFILE REBOOTSYSTEM
RIGHT RND RUNGARBAGECOLLECTOR SGN SIN SLEEP SQR STR STRI STRING STRINGI STRTOI SUBSTITUTE
TANTEXTTOP TEXT TRUCASE UPTIME VALVISIBLE VISIBLE WAIT
""",
    ow="AND AS MOD NOT OR THEN",
)
_ID = r"[$a-zA-Z_][a-zA-Z0-9_]*"


def _word(run: Run, match: re.Match[str]) -> None:
    name = match[0]
    run.token("kr" if name in _OBJECTS else _WORDS.get(name.upper(), "n"), name)


class BrightScript(Lexer):
    """BrightScript."""

    states: ClassVar[States] = {
        "root": [
            (r"\s+", "w"),
            (r"'.*", "c1"),
            (r"(?i:REM).*", "c1"),
            (r"[~!%^&*+=|?:<>/-]", "o"),
            (r"\d*\.\d+(?:[eE]-?\d+)?", "mf"),
            (r"\d+[luLU]*", "mi"),
            (r'".*?"', "s2"),
            (rf"{_ID}(?=\s*[(])", "nf"),
            (r"[()\[\],.;{}]", "p"),
            (_ID, _word),
        ]
    }
