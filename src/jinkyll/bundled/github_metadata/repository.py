"""Which repository a site lies in, and what the repository's name tells about it."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinkyll.bundled.github_metadata import pages

if TYPE_CHECKING:
    from jinkyll.configuration import Configuration

__all__ = ["Repository", "find_repository"]


@dataclass(frozen=True, slots=True)
class Repository:
    """``owner/name`` on GitHub."""

    owner: str
    name: str

    @property
    def full_name(self) -> str:
        """``owner/name``."""
        return f"{self.owner}/{self.name}"

    @property
    def owner_url(self) -> str:
        """The owner's page."""
        return f"{pages.github_url()}/{self.owner}"

    @property
    def url(self) -> str:
        """The repository's page."""
        return f"{self.owner_url}/{self.name}"

    @property
    def is_project_page(self) -> bool:
        """Whether the site lies below its owner's: its name is not that of the owner's host."""
        own = self.name.lower()
        if pages.setting("PAGES_ENV") == "enterprise":
            return own != f"{self.owner}.{pages.setting('PAGES_GITHUB_HOSTNAME')}".lower()
        return own not in {self.user_domain, f"{self.owner}.github.com".lower()}

    @property
    def user_domain(self) -> str:
        """The host of the owner's pages."""
        if pages.setting("PAGES_ENV") == "enterprise":
            return pages.setting("PAGES_PAGES_HOSTNAME").lower()
        company = pages.setting(
            "PAGES_GITHUB_HOSTNAME" if self.owner == "github" else "PAGES_PAGES_HOSTNAME"
        )
        return f"{self.owner}.{company}".lower()

    @property
    def default_branch(self) -> str:
        """The branch that pages are built from unless GitHub says otherwise."""
        return "gh-pages" if self.is_project_page else "master"

    def pages_url(self, domain: str | None = None) -> str:
        """The address of the site; *domain* is its own if it has one."""
        if pages.setting("PAGES_ENV") not in {"dotcom", "test"}:
            path = self.full_name if self.is_project_page else self.owner
            if os.environ.get("SUBDOMAIN_ISOLATION") == "true":
                return f"{pages.scheme()}://{pages.setting('PAGES_PAGES_HOSTNAME')}/{path}"
            return f"{pages.github_url()}/pages/{path}"
        if domain:
            return f"http://{domain}"
        address = f"https://{self.user_domain}"
        return f"{address}/{self.name}" if self.is_project_page else address


def find_repository(configuration: Configuration) -> Repository | None:
    """The repository of the site, if there is a sign of one."""
    configured = configuration.get("repository")
    for name in (
        os.environ.get("PAGES_REPO_NWO"),
        configured if isinstance(configured, str) and "/" in configured else None,
        _origin(configuration),
    ):
        if name:
            parts = name.split("/")
            return Repository(parts[0], parts[-1])
    return None


def _origin(configuration: Configuration) -> str | None:
    command = ["git", "-C", str(configuration.source), "config", "--get", "remote.origin.url"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    except OSError:
        return None
    host = re.escape(pages.setting("PAGES_GITHUB_HOSTNAME"))
    match = re.search(rf"{host}[:/]([\w-]+)/([\w.-]+)", done.stdout.strip().removesuffix(".git"))
    return f"{match[1]}/{match[2]}" if match else None
