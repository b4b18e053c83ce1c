"""The languages that Rouge 3.30 knows, by tag and alias, and what lexes them here.

Three cases: a lexer of our own that gives Rouge's tokens (`OWN`), one of Pygments' (`PYGMENTS`),
or none, and then the code comes out as plain text in a highlighted block's wrapping.  A name that
Rouge does not know is not here, and code in it is not highlighted at all.
"""

from __future__ import annotations

__all__ = ["MIME_TYPES", "OWN", "PYGMENTS", "TAGS"]

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

OWN: dict[str, tuple[str, str]] = {
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
    "coffeescript": ("coffeescript", "CoffeeScript"),
    "common_lisp": ("lisp", "CommonLisp"),
    "conf": ("config", "Conf"),
    "console": ("shell", "Console"),
    "coq": ("coq", "Coq"),
    "cpp": ("c", "Cpp"),
    "crystal": ("crystal", "Crystal"),
    "csharp": ("csharp", "CSharp"),
    "css": ("css", "Css"),
    "cuda": ("cuda", "Cuda"),
    "cypher": ("cypher", "Cypher"),
    "cython": ("cython", "Cython"),
    "d": ("d", "D"),
    "dafny": ("dafny", "Dafny"),
    "dart": ("dart", "Dart"),
    "diff": ("diff", "Diff"),
    "docker": ("recipes", "Docker"),
    "dot": ("dot", "Dot"),
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
    "ini": ("config", "Ini"),
    "io": ("io", "Io"),
    "irb": ("irb", "Irb"),
    "irb_output": ("irb", "IrbOutput"),
    "isabelle": ("isabelle", "Isabelle"),
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
    "make": ("recipes", "Make"),
    "markdown": ("markdown", "Markdown"),
    "mason": ("mason", "Mason"),
    "mathematica": ("mathematica", "Mathematica"),
    "matlab": ("matlab", "Matlab"),
    "meson": ("meson", "Meson"),
    "minizinc": ("minizinc", "MiniZinc"),
    "moonscript": ("moonscript", "MoonScript"),
    "mxml": ("mxml", "Mxml"),
    "nasm": ("nasm", "Nasm"),
    "nginx": ("nginx", "Nginx"),
    "nim": ("nim", "Nim"),
    "nix": ("nix", "Nix"),
    "objective_c": ("objective_c", "ObjectiveC"),
    "objective_cpp": ("objective_c", "ObjectiveCpp"),
    "ocaml": ("ml", "Ocaml"),
    "pascal": ("pascal", "Pascal"),
    "perl": ("perl", "Perl"),
    "php": ("php", "Php"),
    "plist": ("plist", "Plist"),
    "plsql": ("plsql", "PlSql"),
    "pony": ("pony", "Pony"),
    "postscript": ("postscript", "PostScript"),
    "powershell": ("powershell", "PowerShell"),
    "prolog": ("prolog", "Prolog"),
    "prometheus": ("prometheus", "Prometheus"),
    "properties": ("config", "Properties"),
    "protobuf": ("protobuf", "Protobuf"),
    "puppet": ("puppet", "Puppet"),
    "python": ("python", "Python"),
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
    "slim": ("indented", "Slim"),
    "smalltalk": ("smalltalk", "Smalltalk"),
    "smarty": ("smarty", "Smarty"),
    "sml": ("sml", "Sml"),
    "solidity": ("solidity", "Solidity"),
    "sparql": ("rdf", "Sparql"),
    "sql": ("sql", "Sql"),
    "ssh": ("config", "Ssh"),
    "stata": ("stata", "Stata"),
    "supercollider": ("supercollider", "SuperCollider"),
    "swift": ("swift", "Swift"),
    "systemd": ("config", "SystemD"),
    "tap": ("tap", "Tap"),
    "tcl": ("tcl", "Tcl"),
    "terraform": ("hcl", "Terraform"),
    "tex": ("tex", "Tex"),
    "toml": ("config", "Toml"),
    "tsx": ("jsx", "Tsx"),
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
    "xml": ("markup", "Xml"),
    "xojo": ("xojo", "Xojo"),
    "xpath": ("xpath", "XPath"),
    "xquery": ("xpath", "XQuery"),
    "yaml": ("yaml", "Yaml"),
    "yang": ("yang", "Yang"),
    "zig": ("zig", "Zig"),
}
"""Module (below `lexers`) and class of our own lexer, by tag."""

_SAME_NAME = """
abap actionscript ada apache applescript augeas awk bbcbasic bibtex brainfuck c ceylon clean
clojure cmake coffeescript console coq cpp crystal csharp css cuda cypher cython d dart diff
docker dot ecl eiffel elixir elm email erb erlang factor fortran freefem fsharp gdscript
gherkin glsl go graphql groovy haml handlebars haskell haxe hcl hlsl html http hylang idris
igorpro ini io irb isabelle j janet java javascript jinja json jsonnet jsp jsx julia kotlin
lasso lean liquid livescript llvm lua make markdown mason mathematica matlab meson
moonscript mosel mxml nasm nginx nim nix ocaml openedge pascal perl php pony postscript
powershell praat prolog properties protobuf puppet python q qml r racket reasonml rego ruby
rust sas sass scala scheme scss sed shell sieve slim smalltalk smarty sml solidity sparql
sql stan stata supercollider swift systemd tap tcl terraform tex toml tsx turtle twig
typescript vala vcl velocity verilog vhdl vue xml xquery yaml yang zig
"""

PYGMENTS: dict[str, str] = {
    **{tag: tag for tag in _SAME_NAME.split()},
    "apex": "java",
    "batchfile": "batch",
    "biml": "xml",
    "cfscript": "cfc",
    "common_lisp": "common-lisp",
    "gradle": "groovy",
    "hack": "php",
    "hql": "sql",
    "json-doc": "json",
    "literate_haskell": "literate-haskell",
    "objective_c": "objective-c",
    "objective_cpp": "objective-c++",
    "plist": "xml",
    "plsql": "plpgsql",
    "rescript": "reasonml",
    "robot_framework": "robotframework",
    "vb": "vb.net",
    "viml": "vim",
}
"""The name Pygments has for the language of a tag, where it has one."""

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
