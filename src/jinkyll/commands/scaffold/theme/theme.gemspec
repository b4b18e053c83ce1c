# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name          = "@NAME@"
  spec.version       = "0.1.0"
  spec.authors       = ["@USER_NAME@"]
  spec.email         = ["@USER_EMAIL@"]

  spec.summary       = "TODO: one line about the theme; RubyGems wants it."
  spec.homepage      = "TODO: the address of the theme's page or repository."
  spec.license       = "MIT"

  spec.files         = `git ls-files -z`.split("\x0").select { |f| f.match(%r!^(assets|_data|_layouts|_includes|_sass|LICENSE|README|_config\.yml)!i) }

  spec.add_runtime_dependency "jekyll", "~> 4.3"
end
