"""OCL, the constraints of UML."""

from __future__ import annotations

from typing import ClassVar

from jinkyll.kramdown.syntax_highlighter.machine import POP, Lexer, States, words

__all__ = ["Ocl"]

_WORDS = words(
    "n",
    o="or xor and not implies",
    kd="""
    Boolean Integer UnlimitedNatural Real String OrderedSet Tuple Bag Set Sequence OclInvalid
    OclVoid TupleType OclState Collection OclMessage
    """,
    k="""
    context pre post inv init body def derive if then else endif import package endpackage let in
    """,
    nb="self null result true false invalid",
    nf="""
oclAsSet oclIsNew oclIsUndefined oclIsInvalid oclAsType oclIsTypeOf oclIsKindOf oclInState oclType
oclLocale hasReturned result isSignalSent isOperationCallabs floor round max min toString div mod
size substring concat toInteger toReal toUpperCase toLowerCase indexOf equalsIgnoreCase at
characters toBoolean includes excludes count includesAll excludesAll isEmpty notEmpty sum product
selectByKind selectByType asBag asSequence asOrderedSet asSet flatten union intersection including
excluding symmetricDifferencecount append prepend insertAt subOrderedSet first last reverse
subSequence any closure collect collectNested exists forAll isUnique iterate one reject select
sortedBy allInstances average conformsTo
""",
)


class Ocl(Lexer):
    """OCL."""

    states: ClassVar[States] = {
        "single_string": [(r"\\.", "se"), (r"'", "s1", POP), (r"[^\\']+", "s1")],
        "root": [
            (r"\s+", ""),
            (r"--.*", "c1"),
            (r"\d+", "mi"),
            (r"'", "s1", "single_string"),
            (r"[->|+*/<=~!@#%&?^]", "o"),
            (r"[;:()\[\],.]", "p"),
            (r"\w+", _WORDS),
        ],
    }
