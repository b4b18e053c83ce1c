"""Praat."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, Rule, States
from jinkyll.kramdown.syntax_highlighter.patterns import any_of

__all__ = ["Praat"]

_KEYWORDS = """
if then else elsif elif endif fi for from to endfor endproc while endwhile repeat until select
plus minus demo assert stopwatch nocheck nowarn noprogress editor endeditor clearinfo
"""
_STRING_FUNCTIONS = """
backslashTrigraphsToUnicode chooseDirectory chooseReadFile chooseWriteFile date demoKey do
environment extractLine extractWord fixed info left mid percent readFile replace replace_regex
right selected string unicodeToBackslashTrigraphs
"""
_NUMERIC_FUNCTIONS = """
abs appendFile appendFileLine appendInfo appendInfoLine arccos arccosh arcsin arcsinh arctan
arctan2 arctanh barkToHertz beginPause beginSendPraat besselI besselK beta beta2 binomialP
binomialQ boolean ceiling chiSquareP chiSquareQ choice comment cos cosh createDirectory deleteFile
demoClicked demoClickedIn demoCommandKeyPressed demoExtraControlKeyPressed demoInput
demoKeyPressed demoOptionKeyPressed demoShiftKeyPressed demoShow demoWaitForInput demoWindowTitle
demoX demoY differenceLimensToPhon do editor endPause endSendPraat endsWith erb erbToHertz erf
erfc exitScript exp extractNumber fileReadable fisherP fisherQ floor gaussP gaussQ hash
hertzToBark hertzToErb hertzToMel hertzToSemitones imax imin incompleteBeta incompleteGammaP index
index_regex integer invBinomialP invBinomialQ invChiSquareQ invFisherQ invGaussQ invSigmoid
invStudentQ length ln lnBeta lnGamma log10 log2 max melToHertz min minusObject natural number
numberOfColumns numberOfRows numberOfSelected objectsAreIdentical option optionMenu pauseScript
phonToDifferenceLimens plusObject positive randomBinomial randomGauss randomInteger randomPoisson
randomUniform real readFile removeObject rindex rindex_regex round runScript runSystem
runSystem_nocheck selectObject selected semitonesToHertz sentence sentencetext sigmoid sin sinc
sincpi sinh soundPressureToPhon sqrt startsWith studentP studentQ tan tanh text variableExists
word writeFile writeFileLine writeInfo writeInfoLine
"""
_ARRAY_FUNCTIONS = "linear randomGauss randomInteger randomUniform zero"
_OBJECTS = """
Activation AffineTransform AmplitudeTier Art Artword Autosegment BarkFilter BarkSpectrogram CCA
Categories Cepstrogram Cepstrum Cepstrumc ChebyshevSeries ClassificationTable Cochleagram
Collection ComplexSpectrogram Configuration Confusion ContingencyTable Corpus Correlation
Covariance CrossCorrelationTable CrossCorrelationTableList CrossCorrelationTables DTW DataModeler
Diagonalizer Discriminant Dissimilarity Distance Distributions DurationTier EEG ERP ERPTier
EditCostsTable EditDistanceTable Eigen Excitation Excitations ExperimentMFC FFNet FeatureWeights
FileInMemory FilesInMemory Formant FormantFilter FormantGrid FormantModeler FormantPoint
FormantTier GaussianMixture HMM HMM_Observation HMM_ObservationSequence HMM_State
HMM_StateSequence HMMObservation HMMObservationSequence HMMState HMMStateSequence Harmonicity
ISpline Index Intensity IntensityTier IntervalTier KNN KlattGrid KlattTable LFCC LPC Label
LegendreSeries LinearRegression LogisticRegression LongSound Ltas MFCC MSpline ManPages
Manipulation Matrix MelFilter MelSpectrogram MixingMatrix Movie Network OTGrammar OTHistory
OTMulti PCA PairDistribution ParamCurve Pattern Permutation Photo Pitch PitchModeler PitchTier
PointProcess Polygon Polynomial PowerCepstrogram PowerCepstrum Procrustes RealPoint RealTier
ResultsMFC Roots SPINET SSCP SVD Salience ScalarProduct Similarity SimpleString SortedSetOfString
Sound Speaker Spectrogram Spectrum SpectrumTier SpeechSynthesizer SpellingChecker Strings
StringsIndex Table TableOfReal TextGrid TextInterval TextPoint TextTier Tier Transition VocalTract
VocalTractTier Weight WordList
"""
_NUMERIC_VARIABLES = (
    "all|average|e|left|macintosh|mono|pi|praatVersion|right|stereo|undefined|unix|windows"
)
_STRING_VARIABLES = (
    "praatVersion|tab|shellDirectory|homeDirectory|preferencesDirectory|newline"
    "|temporaryDirectory|defaultDirectory"
)
_COMMANDS = (
    "print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|execute"
    "|system(?:_nocheck)?"
)
_FUNCTIONS: list[Rule] = [
    (rf"{any_of(_STRING_FUNCTIONS)}\$(?=\s*[:(])", "nf", "function"),
    (rf"{any_of(_ARRAY_FUNCTIONS)}#(?=\s*[:(])", "nf", "function"),
    (rf"{any_of(_NUMERIC_FUNCTIONS)}(?=\s*[:(])", "nf", "function"),
]
_NUMBER: list[Rule] = [(r"\n", "", POP), (r"\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?", "m")]
_OPERATORS: list[Rule] = [
    (r"[+/*<>=!-]=?|[&*|][&*|]?|\^|<>", "o"),
    (r"(?:and|or|not|div|mod)(?![\w.])", "ow"),
]
_INTERPOLATED: Rule = (
    r"""'[._a-z][^\[\]'":]*(?:\[(?:[\d,]+|"[\w,]+")\])?(?::[0-9]+)?'""",
    "si",
)
_VARIABLES: list[Rule] = [
    *_OPERATORS,
    *_NUMBER,
    (rf"(?:{_STRING_VARIABLES})\$", "nb"),
    (rf"(?:{_NUMERIC_VARIABLES})(?!\$)\b", "nb"),
    (rf"(?:Object|{any_of(_OBJECTS)})_", "nb", "object_reference"),
    (r"\.?[a-z][a-zA-Z0-9_.]*[$#]?", ""),
    (r"[\[\]]", "", "comma_list"),
    _INTERPOLATED,
]


class Praat(Lexer):
    """Praat."""

    states: ClassVar[States] = {
        "root": [
            (r"(\s+)(#.*?$)", ("", "c1")),
            (r"^#.*?$", "c1"),
            (r";[^\n]*", "c1"),
            (r"\s+", ""),
            (r"(procedure)(\s+)", ("k", ""), "procedure_definition"),
            (r"(call)(\s+)", ("k", ""), "procedure_call"),
            (r"@", "nf", "procedure_call"),
            *_FUNCTIONS,
            (r"(?:select all)\b", "k"),
            (rf"{any_of(_KEYWORDS)}\b", "k"),
            (r"(form\b)(\s+)([^\n]+)", ("k", "", "s"), "old_form"),
            (rf"({_COMMANDS})(\s+)", ("k", ""), "string_unquoted"),
            (r"(goto|label)(\s+)(\w+)", ("k", "", "nl")),
            *_VARIABLES,
            (r'"', "s", "string"),
            (rf"{any_of(_OBJECTS)}(?=\s+\S+\n)", "nc", "string_unquoted"),
            (r"(?=[A-Z])", "", "command"),
            (r"\.{3}|[)(,$]", "p"),
        ],
        "command": [
            (r" ?[^\s:.']+ ?", "k"),
            _INTERPOLATED,
            (r"\.{3}", "k", (POP, "old_arguments")),
            (r":", "k", (POP, "comma_list")),
            (r"\s", "", POP),
        ],
        "procedure_call": [
            _INTERPOLATED,
            (r":|\s*\(", "p", POP),
            (r"'", "nf"),
            (r"[^:('\s]+", "nf"),
            (r"(?=\s+)", "", (POP, "old_arguments")),
        ],
        "procedure_definition": [
            (r":|\s*\(", "p", POP),
            (r"[^:(\s]+", "nf"),
            (r"\s+", "", POP),
        ],
        "function": [(r"\s+", ""), (r":|\s*\(", "", (POP, "comma_list"))],
        "comma_list": [
            (r"(\s*\n\s*)(\.{3})", ("", "p")),
            (r"\s*[\])\n]", "", POP),
            (r"\s+", ""),
            (r'"', "s", "string"),
            (r"(?:if|then|else|fi|endif)\b", "k"),
            *_FUNCTIONS,
            *_VARIABLES,
            (r"[()]", ""),
            (r",", "p"),
        ],
        "old_arguments": [(r"\n", "", POP), *_VARIABLES, (r'"', "s", "string"), (r"[^\n]", "")],
        "number": _NUMBER,
        "object_reference": [
            _INTERPOLATED,
            (r"[a-z][a-zA-Z0-9_]*|\d+", "nb"),
            (r"\.(?:ncol|nrow|xmin|ymin|xmax|ymax|nx|ny|dx|dy)\b", "nb", POP),
            (r"\$", "nb"),
            (r"\[", "", POP),
        ],
        "string_unquoted": [
            (r"\n\s*\.{3}", "p"),
            (r"\n", "", POP),
            (r"\s", ""),
            _INTERPOLATED,
            (r"'", "s"),
            (r"[^'\n]+", "s"),
        ],
        "string": [
            (r"\n\s*\.{3}", "p"),
            (r'"', "s", POP),
            _INTERPOLATED,
            (r"'", "s"),
            (r"[^'\"\n]+", "s"),
        ],
        "old_form": [
            (r"(\s+)(#.*?$)", ("", "c1")),
            (r"\s+", ""),
            (r"(optionmenu|choice)([ \t]+\S+:[ \t]+)", ("k", ""), "number"),
            (r"(option|button)([ \t]+)", ("k", ""), "string_unquoted"),
            (r"(sentence|text)([ \t]+\S+)", ("k", ""), "string_unquoted"),
            (r"(word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?", ("k", "", "s", "")),
            (r"(boolean)(\s+\S+\s*)(0|1|\"?(?:yes|no)\"?)", ("k", "", "nv")),
            (
                r"(real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?)",
                ("k", "", "o"),
                "number",
            ),
            (r"(comment)(\s+)", ("k", ""), "string_unquoted"),
            (r"endform\b", "k", POP),
        ],
    }
