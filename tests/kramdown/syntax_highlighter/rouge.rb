# Answers requests, one JSON object a line, with what the real Rouge and kramdown's adapter to it say.
require "json"
require "kramdown"
require "rouge"
require "kramdown/converter/syntax_highlighter/rouge"

Stand = Struct.new(:options, :data)

def answer(request)
  language, code = request.values_at("language", "code")
  case request["what"]
  when "spans"
    Rouge::Formatters::HTML.new.format(Rouge::Lexer.find_fancy(language, code).lex(code))
  when "adapter"
    options = Kramdown::Options.merge("syntax_highlighter_opts" => request["options"])
    stand = Stand.new(options, {})
    Kramdown::Converter::SyntaxHighlighter::Rouge.call(stand, code, language, request["kind"].to_sym, {})
  when "tag"
    formatter = Rouge::Formatters::HTML.new
    marked = request["mark_lines"]
    formatter = Rouge::Formatters::HTMLLineHighlighter.new(formatter, :highlight_lines => marked) if marked.any?
    if request["linenos"]
      classes = { :css_class => "highlight", :gutter_class => "gutter", :code_class => "code" }
      formatter = Rouge::Formatters::HTMLTable.new(formatter, classes)
    end
    lexer = Rouge::Lexer.find_fancy(language, code) || Rouge::Lexers::PlainText
    formatter.format(lexer.lex(code))
  when "guess"
    Rouge::Lexer.find_fancy("guess", code).tag
  when "names"
    Rouge::Lexer.all.to_h { |lexer| [lexer.tag, (lexer.aliases || []).uniq - [lexer.tag]] }
  end
end

$stdin.each_line do |line|
  begin
    puts JSON.generate("answer" => answer(JSON.parse(line)))
  rescue StandardError => e
    puts JSON.generate("error" => e.message)
  end
  $stdout.flush
end
