"""``jinkyll serve``: the site in the browser, built anew on every change.

Source: Jekyll's ``Serve`` command.
"""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from typing import TYPE_CHECKING, Any

import click

from jinkyll import configuration as settings
from jinkyll import log
from jinkyll.commands.building import (
    announce,
    build,
    failure_printer,
    stop_signals,
)
from jinkyll.commands.command import Command, Names, flag, option
from jinkyll.commands.loading import load
from jinkyll.commands.options import BUILD_OPTIONS
from jinkyll.errors import ConfigurationError
from jinkyll.rebuild import Rebuilder
from jinkyll.serve.document_root import DocumentRoot
from jinkyll.serve.livereload import LiveReload, LiveReloadOptions
from jinkyll.serve.regeneration import Regeneration, watched
from jinkyll.serve.server import Exhibit, Server, tls_context
from jinkyll.serve.watcher import Watcher

if TYPE_CHECKING:
    import ssl

    from jinkyll.configuration import Configuration

__all__ = ["command"]

_LIVERELOAD_PORT = 35729
_LIVERELOAD_KEYS = (
    "livereload_min_delay",
    "livereload_max_delay",
    "livereload_ignore",
    "livereload_port",
)


def _process(words: list[str], given: dict[str, Any]) -> None:
    del words
    given["serving"] = True
    given.setdefault("watch", True)
    configuration = load(given)
    _settle(configuration, given)
    tls = tls_context(
        configuration.source,
        _text(configuration.get("ssl_cert")),
        _text(configuration.get("ssl_key")),
    )
    host = _text(configuration.get("host")) or "127.0.0.1"
    # Both ports are taken before the build: a port that is in use should not cost a build.
    server = Server(_exhibit(configuration), host, _port(configuration, "port"), tls=tls)
    try:
        livereload = _livereload(configuration, host, tls)
        server.livereload = livereload
        _adopt_url(configuration, server)
        _run(configuration, given, server, livereload)
    finally:
        server.stop()


def _run(
    configuration: Configuration,
    given: dict[str, Any],
    server: Server,
    livereload: LiveReload | None,
) -> None:
    state = click.get_current_context().find_root().ensure_object(dict)
    files = settings.configuration_files(given)
    rebuilder = Rebuilder()
    regeneration = Regeneration(
        configuration,
        configuration_files=files,
        load=lambda: load(given),
        build=rebuilder,
        fail=failure_printer("serve", trace=bool(state.get("trace"))),
        apply=lambda anew: _apply(anew, server),
        server=server,
        livereload=livereload,
    )
    watching = bool(configuration.get("watch")) and not configuration.get("detach")
    if configuration.get("skip_initial_build"):
        log.warn(
            "Build Warning:",
            "Skipping the initial build. This may result in an out-of-date site.",
        )
    else:
        announce(configuration)
        if watching:
            regeneration.first(lambda configuration: build(configuration, rebuilder))
        else:
            build(configuration)
    configuration.destination.mkdir(parents=True, exist_ok=True)
    watcher = None
    if configuration.get("detach"):
        log.info("Auto-regeneration:", "disabled when running server detached.")
    elif watching:
        watcher = Watcher(
            watched(configuration, files),
            regeneration.changed,
            polling=bool(configuration.get("force_polling")),
        )
        regeneration.watcher = watcher
        watcher.start()
        regeneration.catch_up()
        log.info("Auto-regeneration:", f"enabled for '{configuration.source}'")
    else:
        log.info("Auto-regeneration:", "disabled. Use --watch to enable.")
    if livereload is not None:
        livereload.start()
        log.info("LiveReload address:", f"http://{server.host}:{livereload.port}")
    log.info("Server address:", server.address)
    if configuration.get("open_url"):
        webbrowser.open(server.address)
    if configuration.get("detach"):
        _detach(server)
        return
    _stay(server, watcher, livereload)


def _stay(server: Server, watcher: Watcher | None, livereload: LiveReload | None) -> None:
    """Serve until somebody presses Ctrl-C."""
    with stop_signals() as stopped:
        thread = threading.Thread(target=server.run, name="server", daemon=True)
        thread.start()
        log.info("Server running...", "press ctrl-c to stop.")
        stopped.wait()
        if watcher is not None:
            watcher.stop()
        if livereload is not None:
            livereload.stop()


def _detach(server: Server) -> None:
    """Leave a process behind that serves, and say how to stop it."""
    if not hasattr(os, "fork"):
        raise ConfigurationError(
            "--detach needs a system with processes that can be forked.",
            hint="start the server in a window of its own instead",
        )
    process = os.fork()
    if process:
        log.info(
            f"Server detached with pid '{process}'.", f"Run `kill {process}' to stop the server."
        )
        return
    # Nobody reads what is printed from here on, and the terminal's Ctrl-C is not for us.
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    try:
        server.run()
    finally:
        os._exit(0)


def _settle(configuration: Configuration, given: dict[str, Any]) -> None:
    """Sort out which of the switches go together."""
    if not configuration.get("livereload"):
        if any(key in given for key in _LIVERELOAD_KEYS):
            raise click.UsageError(
                "--livereload-min-delay, --livereload-max-delay, --livereload-ignore, and "
                "--livereload-port require the --livereload option."
            )
        return
    if configuration.get("detach"):
        log.warn(
            "Warning:",
            "--detach and --livereload are mutually exclusive. Choosing --livereload",
        )
        configuration["detach"] = False
    configuration["watch"] = True


def _exhibit(configuration: Configuration) -> Exhibit:
    webrick = configuration.get("webrick")
    headers = webrick.get("headers") if isinstance(webrick, dict) else None
    return Exhibit(
        DocumentRoot(
            configuration.destination,
            configuration.baseurl,
            show_dir_listing=bool(configuration.get("show_dir_listing")),
        ),
        # A line break would end the header, and begin something else.
        {str(name): " ".join(str(value).split()) for name, value in (headers or {}).items()},
        configuration.encoding,
    )


def _apply(configuration: Configuration, server: Server) -> None:
    server.exhibit = _exhibit(configuration)
    _adopt_url(configuration, server)


def _adopt_url(configuration: Configuration, server: Server) -> None:
    """In development, absolute URLs lead to the preview."""
    if settings.environment() == "development":
        host = "localhost" if server.host == "127.0.0.1" else server.host
        scheme = "https" if server.secure else "http"
        configuration["url"] = f"{scheme}://{host}:{server.port}"


def _livereload(
    configuration: Configuration, host: str, tls: ssl.SSLContext | None
) -> LiveReload | None:
    if not configuration.get("livereload"):
        return None
    configuration.setdefault("livereload_port", _LIVERELOAD_PORT)
    ignore = configuration.get("livereload_ignore") or ()
    options = LiveReloadOptions(
        port=_port(configuration, "livereload_port"),
        ignore=tuple(map(str, ignore if isinstance(ignore, list) else [ignore])),
        min_delay=_text(configuration.get("livereload_min_delay")),
        max_delay=_text(configuration.get("livereload_max_delay")),
    )
    return LiveReload(host, options, tls=tls)


def _port(configuration: Configuration, key: str) -> int:
    value = configuration.get(key)
    try:
        return int(str(value))
    except ValueError as error:
        raise ConfigurationError(f"'{value}' is no {key.replace('_', ' ')}.") from error


def _text(value: object) -> str | None:
    return None if value is None or value is False else str(value)


command = Command(
    "serve",
    _process,
    summary="Serve your site locally",
    syntax="[options]",
    options=(
        *BUILD_OPTIONS,
        option("ssl_cert", "--ssl-cert", metavar="CERT", text="X.509 (SSL) certificate."),
        option("host", "-H", "--host", metavar="HOST", text="Host to bind to"),
        flag("open_url", "-o", "--open-url", text="Launch your site in a browser"),
        flag("detach", "-B", "--detach", text="Run the server in the background"),
        option("ssl_key", "--ssl-key", metavar="KEY", text="X.509 (SSL) Private Key."),
        option("port", "-P", "--port", metavar="PORT", text="Port to listen on"),
        flag(
            "show_dir_listing",
            "--show-dir-listing",
            text="Show a directory listing instead of loading your index file.",
        ),
        flag(
            "skip_initial_build",
            "--skip-initial-build",
            text="Skips the initial site build which occurs before the server is started.",
        ),
        flag(
            "livereload",
            "-l",
            "--livereload",
            text="Use LiveReload to automatically refresh browsers",
        ),
        option(
            "livereload_ignore",
            "--livereload-ignore",
            metavar="GLOB1[,GLOB2[,...]]",
            kind=Names(),
            text="Files for LiveReload to ignore. Remember to quote the values so your shell "
            "won't expand them",
        ),
        option(
            "livereload_min_delay",
            "--livereload-min-delay",
            metavar="SECONDS",
            text="Minimum reload delay",
        ),
        option(
            "livereload_max_delay",
            "--livereload-max-delay",
            metavar="SECONDS",
            text="Maximum reload delay",
        ),
        option(
            "livereload_port",
            "--livereload-port",
            metavar="PORT",
            kind=click.INT,
            text="Port for LiveReload to listen on",
        ),
    ),
    examples=(
        ("jinkyll serve", "at http://localhost:4000, built anew on every change"),
        ("jinkyll serve --livereload --drafts", "drafts too, and the browser reloads by itself"),
        ("jinkyll serve --host 0.0.0.0 --port 8080", "for other devices in this network"),
    ),
)
