"""The languages that Rouge 3.30 knows, by tag and alias, and what lexes them here.

A name that Rouge does not know is not here, and code in it is not highlighted at all.
"""

from __future__ import annotations

__all__ = ["LEXERS", "MIME_TYPES", "TAGS"]

_NAMES = """
abap
actionscript as as3
ada
apache
apex
apiblueprint apib
applescript
armasm
augeas aug
awk
batchfile bat batch dosbatch winbatch
bbcbasic
bibtex bib
biml
bpf
brainfuck
brightscript bs brs
bsl
c
ceylon
cfscript cfc
clean
clojure clj cljs
cmake
cmhg
coffeescript coffee coffee-script
common_lisp cl common-lisp elisp emacs-lisp lisp
conf config configuration
console terminal shell_session shell-session
coq
cpp c++
crystal cr
csharp c# cs
css
csvs
cuda
cypher
cython pyx pyrex
d dlang
dafny
dart
datastudio
diff patch udiff
digdag
docker dockerfile Dockerfile
dot
ecl
eex leex heex
eiffel
elixir exs
elm
email eml e-mail
epp
erb eruby rhtml
erlang erl
escape esc
factor
fluent ftl
fortran
freefem ff
fsharp
gdscript gd
ghc-cmm cmm
ghc-core
gherkin cucumber behat
glsl
go golang
gradle
graphql
groovy
hack hh
haml HAML
handlebars hbs mustache
haskell hs
haxe hx
hcl
hlsl
hocon
hql
html
http
hylang hy
idlang
idris idr
igorpro
ini
io
irb pry
irb_output
isabelle isa Isabelle
isbl
j
janet jdn
java
javascript js
jinja django
jsl
json
json-doc jsonc
jsonnet
jsp
jsx react
julia jl
kotlin
lasso lassoscript
lean
liquid
literate_coffeescript litcoffee
literate_haskell lithaskell lhaskell lhs
livescript ls
llvm
lua
lustre
lutin
m68k
magik
make makefile mf gnumake bsdmake
markdown md mkd
mason
mathematica wl
matlab m
meson
minizinc
moonscript moon
mosel
msgtrans
mxml
nasm
nesasm nes
nginx
nial
nim nimrod
nix nixos
objective_c objc obj-c obj_c objectivec
objective_cpp objcpp obj-cpp obj_cpp objectivecpp objc++ obj-c++ obj_c++ objectivec++
ocaml
ocl OCL
openedge
opentype_feature_file fea opentype opentypefeature
pascal
perl pl
php php3 php4 php5
plaintext text
plist
plsql
pony
postscript postscr ps eps
powershell posh microsoftshell msshell
praat
prolog
prometheus
properties
protobuf proto
puppet pp
python py
q kdb+
qml
r R s S
racket
reasonml
rego
rescript
robot_framework robot robot-framework
ruby rb
rust rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic rs,should_panic
sas
sass
scala
scheme
scss
sed
shell bash zsh ksh sh
sieve
slice
slim
smalltalk st squeak
smarty
sml ml
solidity
sparql
sqf
sql
ssh
stan
stata
supercollider
swift
systemd unit-file
syzlang
syzprog
tap
tcl
terraform tf
tex TeX LaTeX latex
toml
tsx
ttcn3
tulip
turtle
twig
typescript ts
vala
vb visualbasic
vcl varnishconf varnish
velocity
verilog
vhdl
viml vim vimscript ex
vue vuejs
wollok
xml
xojo realbasic
xpath
xquery
yaml yml
yang
zig zir
"""

TAGS: dict[str, str] = {
    name: line.split()[0] for line in _NAMES.splitlines() for name in line.split()
}
"""Rouge's tag of a language by any of its names; names are case-sensitive, as there."""

LEXERS: dict[str, tuple[str, str]] = {
    "abap": ("abap", "Abap"),
    "actionscript": ("actionscript", "ActionScript"),
    "ada": ("ada", "Ada"),
    "apache": ("apache", "Apache"),
    "apex": ("apex", "Apex"),
    "apiblueprint": ("markdown", "ApiBlueprint"),
    "applescript": ("applescript", "AppleScript"),
    "armasm": ("armasm", "ArmAsm"),
    "augeas": ("augeas", "Augeas"),
    "awk": ("awk", "Awk"),
    "batchfile": ("batch", "Batchfile"),
    "bbcbasic": ("bbcbasic", "BbcBasic"),
    "bibtex": ("bibtex", "BibTex"),
    "biml": ("markup", "Biml"),
    "bpf": ("bpf", "Bpf"),
    "brainfuck": ("brainfuck", "Brainfuck"),
    "brightscript": ("brightscript", "BrightScript"),
    "bsl": ("bsl", "Bsl"),
    "c": ("c", "C"),
    "ceylon": ("ceylon", "Ceylon"),
    "cfscript": ("cfscript", "CfScript"),
    "clean": ("clean", "Clean"),
    "clojure": ("clojure", "Clojure"),
    "cmake": ("cmake", "CMake"),
    "cmhg": ("cmhg", "Cmhg"),
    "coffeescript": ("coffeescript", "CoffeeScript"),
    "common_lisp": ("lisp", "CommonLisp"),
    "conf": ("config", "Conf"),
    "console": ("shell", "Console"),
    "coq": ("coq", "Coq"),
    "cpp": ("c", "Cpp"),
    "crystal": ("crystal", "Crystal"),
    "csharp": ("csharp", "CSharp"),
    "css": ("css", "Css"),
    "csvs": ("csvs", "Csvs"),
    "cuda": ("cuda", "Cuda"),
    "cypher": ("cypher", "Cypher"),
    "cython": ("cython", "Cython"),
    "d": ("d", "D"),
    "dafny": ("dafny", "Dafny"),
    "dart": ("dart", "Dart"),
    "datastudio": ("datastudio", "DataStudio"),
    "diff": ("diff", "Diff"),
    "digdag": ("yaml", "Digdag"),
    "docker": ("recipes", "Docker"),
    "dot": ("dot", "Dot"),
    "ecl": ("ecl", "Ecl"),
    "eex": ("erb", "Eex"),
    "eiffel": ("eiffel", "Eiffel"),
    "elixir": ("elixir", "Elixir"),
    "elm": ("elm", "Elm"),
    "email": ("email", "Email"),
    "epp": ("erb", "Epp"),
    "erb": ("erb", "Erb"),
    "erlang": ("erlang", "Erlang"),
    "escape": ("escape", "Escape"),
    "factor": ("factor", "Factor"),
    "fluent": ("fluent", "Fluent"),
    "fortran": ("fortran", "Fortran"),
    "freefem": ("freefem", "FreeFem"),
    "fsharp": ("ml", "FSharp"),
    "gdscript": ("gdscript", "GdScript"),
    "ghc-cmm": ("ghc", "GhcCmm"),
    "ghc-core": ("ghc", "GhcCore"),
    "gherkin": ("gherkin", "Gherkin"),
    "glsl": ("shaders", "Glsl"),
    "go": ("go", "Go"),
    "gradle": ("groovy", "Gradle"),
    "graphql": ("graphql", "GraphQl"),
    "groovy": ("groovy", "Groovy"),
    "hack": ("php", "Hack"),
    "haml": ("indented", "Haml"),
    "handlebars": ("templates", "Handlebars"),
    "haskell": ("haskell", "Haskell"),
    "haxe": ("haxe", "Haxe"),
    "hcl": ("hcl", "Hcl"),
    "hlsl": ("shaders", "Hlsl"),
    "hocon": ("json", "Hocon"),
    "hql": ("sql", "Hql"),
    "html": ("markup", "Html"),
    "http": ("http", "Http"),
    "hylang": ("hylang", "HyLang"),
    "idlang": ("idlang", "IdLang"),
    "idris": ("idris", "Idris"),
    "igorpro": ("igorpro", "IgorPro"),
    "ini": ("config", "Ini"),
    "io": ("io", "Io"),
    "irb": ("irb", "Irb"),
    "irb_output": ("irb", "IrbOutput"),
    "isabelle": ("isabelle", "Isabelle"),
    "isbl": ("isbl", "Isbl"),
    "j": ("j", "J"),
    "janet": ("janet", "Janet"),
    "java": ("java", "Java"),
    "javascript": ("javascript", "Javascript"),
    "jinja": ("templates", "Jinja"),
    "jsl": ("jsl", "Jsl"),
    "json": ("json", "Json"),
    "json-doc": ("json", "JsonDoc"),
    "jsonnet": ("jsonnet", "Jsonnet"),
    "jsp": ("jsp", "Jsp"),
    "jsx": ("jsx", "Jsx"),
    "julia": ("julia", "Julia"),
    "kotlin": ("kotlin", "Kotlin"),
    "lasso": ("lasso", "Lasso"),
    "lean": ("lean", "Lean"),
    "liquid": ("liquid", "Liquid"),
    "literate_coffeescript": ("literate", "LiterateCoffeeScript"),
    "literate_haskell": ("literate", "LiterateHaskell"),
    "livescript": ("livescript", "LiveScript"),
    "llvm": ("llvm", "Llvm"),
    "lua": ("lua", "Lua"),
    "lustre": ("lustre", "Lustre"),
    "lutin": ("lustre", "Lutin"),
    "m68k": ("m68k", "M68k"),
    "magik": ("magik", "Magik"),
    "make": ("recipes", "Make"),
    "markdown": ("markdown", "Markdown"),
    "mason": ("mason", "Mason"),
    "mathematica": ("mathematica", "Mathematica"),
    "matlab": ("matlab", "Matlab"),
    "meson": ("meson", "Meson"),
    "minizinc": ("minizinc", "MiniZinc"),
    "moonscript": ("moonscript", "MoonScript"),
    "mosel": ("mosel", "Mosel"),
    "msgtrans": ("cmhg", "MsgTrans"),
    "mxml": ("mxml", "Mxml"),
    "nasm": ("nasm", "Nasm"),
    "nesasm": ("nesasm", "NesAsm"),
    "nginx": ("nginx", "Nginx"),
    "nial": ("nial", "Nial"),
    "nim": ("nim", "Nim"),
    "nix": ("nix", "Nix"),
    "objective_c": ("objective_c", "ObjectiveC"),
    "objective_cpp": ("objective_c", "ObjectiveCpp"),
    "ocaml": ("ml", "Ocaml"),
    "ocl": ("ocl", "Ocl"),
    "openedge": ("openedge", "OpenEdge"),
    "opentype_feature_file": ("opentype", "OpenTypeFeatureFile"),
    "pascal": ("pascal", "Pascal"),
    "perl": ("perl", "Perl"),
    "php": ("php", "Php"),
    "plist": ("plist", "Plist"),
    "plsql": ("plsql", "PlSql"),
    "pony": ("pony", "Pony"),
    "postscript": ("postscript", "PostScript"),
    "powershell": ("powershell", "PowerShell"),
    "praat": ("praat", "Praat"),
    "prolog": ("prolog", "Prolog"),
    "prometheus": ("prometheus", "Prometheus"),
    "properties": ("config", "Properties"),
    "protobuf": ("protobuf", "Protobuf"),
    "puppet": ("puppet", "Puppet"),
    "python": ("python", "Python"),
    "q": ("q", "Q"),
    "qml": ("qml", "Qml"),
    "r": ("r", "R"),
    "racket": ("racket", "Racket"),
    "reasonml": ("ml", "Reason"),
    "rego": ("rego", "Rego"),
    "rescript": ("ml", "ReScript"),
    "robot_framework": ("robot_framework", "RobotFramework"),
    "ruby": ("ruby", "Ruby"),
    "rust": ("rust", "Rust"),
    "sas": ("sas", "Sas"),
    "sass": ("sass", "Sass"),
    "scala": ("scala", "Scala"),
    "scheme": ("scheme", "Scheme"),
    "scss": ("scss", "Scss"),
    "sed": ("sed", "Sed"),
    "shell": ("shell", "Shell"),
    "sieve": ("sieve", "Sieve"),
    "slice": ("c", "Slice"),
    "slim": ("indented", "Slim"),
    "smalltalk": ("smalltalk", "Smalltalk"),
    "smarty": ("smarty", "Smarty"),
    "sml": ("sml", "Sml"),
    "solidity": ("solidity", "Solidity"),
    "sparql": ("rdf", "Sparql"),
    "sqf": ("sqf", "Sqf"),
    "sql": ("sql", "Sql"),
    "ssh": ("config", "Ssh"),
    "stan": ("stan", "Stan"),
    "stata": ("stata", "Stata"),
    "supercollider": ("supercollider", "SuperCollider"),
    "swift": ("swift", "Swift"),
    "systemd": ("config", "SystemD"),
    "syzlang": ("syzkaller", "Syzlang"),
    "syzprog": ("syzkaller", "Syzprog"),
    "tap": ("tap", "Tap"),
    "tcl": ("tcl", "Tcl"),
    "terraform": ("hcl", "Terraform"),
    "tex": ("tex", "Tex"),
    "toml": ("config", "Toml"),
    "tsx": ("jsx", "Tsx"),
    "ttcn3": ("ttcn3", "Ttcn3"),
    "tulip": ("tulip", "Tulip"),
    "turtle": ("rdf", "Turtle"),
    "twig": ("templates", "Twig"),
    "typescript": ("javascript", "Typescript"),
    "vala": ("vala", "Vala"),
    "vb": ("vb", "VisualBasic"),
    "vcl": ("varnish", "Varnish"),
    "velocity": ("smarty", "Velocity"),
    "verilog": ("hardware", "Verilog"),
    "vhdl": ("hardware", "Vhdl"),
    "viml": ("viml", "VimL"),
    "vue": ("vue", "Vue"),
    "wollok": ("wollok", "Wollok"),
    "xml": ("markup", "Xml"),
    "xojo": ("xojo", "Xojo"),
    "xpath": ("xpath", "XPath"),
    "xquery": ("xpath", "XQuery"),
    "yaml": ("yaml", "Yaml"),
    "yang": ("yang", "Yang"),
    "zig": ("zig", "Zig"),
}
"""Module (below `lexers`) and class of the lexer, by tag; plain text has none there."""

MIME_TYPES: dict[str, str] = {
    "application/atom+xml": "xml",
    "application/graphql": "graphql",
    "application/hal+json": "json",
    "application/javascript": "javascript",
    "application/json": "json",
    "application/problem+json": "json",
    "application/rss+xml": "xml",
    "application/schema+json": "json",
    "application/vnd.api+json": "json",
    "application/x-javascript": "javascript",
    "application/x-sh": "shell",
    "application/xhtml+xml": "html",
    "application/xml": "xml",
    "image/svg+xml": "xml",
    "text/css": "css",
    "text/html": "html",
    "text/javascript": "javascript",
    "text/xml": "xml",
    "text/x-yaml": "yaml",
}
"""The tags for the media types of what travels over HTTP."""
