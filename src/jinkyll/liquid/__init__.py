"""The Liquid engine: Liquid's language compiled by Jinja2; knows no site."""
