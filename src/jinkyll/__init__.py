"""Jekyll without Ruby: builds Jekyll sites, with layouts in Liquid or Jinja."""

__all__ = ["__version__"]

__version__ = "0.1.0"
