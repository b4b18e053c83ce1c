"""Lexers that give the tokens Rouge gives, one module for a language or a family."""
