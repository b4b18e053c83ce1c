"""``site.github``: each value found out when a template first asks for it."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from jinkyll import log
from jinkyll.bundled.github_metadata import pages
from jinkyll.bundled.github_metadata.client import ask, ask_all, may_ask
from jinkyll.bundled.github_metadata.repository import Repository, find_repository
from jinkyll.configuration import deep_merge
from jinkyll.liquid import Drop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinkyll.configuration import Configuration

__all__ = ["Metadata"]

_OWNER_KEYS: Final = [
    "avatar_url",
    "bio",
    "blog",
    "collaborators",
    "company",
    "created_at",
    "description",
    "email",
    "followers",
    "following",
    "has_organization_projects",
    "has_repository_projects",
    "hireable",
    "html_url",
    "id",
    "is_verified",
    "location",
    "login",
    "name",
    "node_id",
    "public_gists",
    "public_repos",
    "type",
    "updated_at",
]


class Metadata(Drop):
    """What is known of the repository; *own* are values of the configuration, which win."""

    def __init__(self, configuration: Configuration, own: dict[str, Any]) -> None:
        self.configuration = configuration
        self.own = own
        self._found: dict[str, object] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return (Metadata, (self.configuration, self.own))

    @cached_property
    def repository(self) -> Repository | None:
        """The site's repository; None if there is no sign of one."""
        return find_repository(self.configuration)

    @cached_property
    def address(self) -> tuple[str, str]:
        """The site's address on GitHub Pages, in two: host and path."""
        parts = urlsplit(str(self.liquid_get("url") or ""))
        return f"{parts.scheme}://{parts.netloc}", parts.path

    def liquid_get(self, key: str) -> object:
        """Answer ``site.github.KEY``."""
        if key not in self._found:
            value = self._find(key)
            own = self.own.get(key)
            if isinstance(own, dict) and isinstance(value, dict):
                value = deep_merge(value, own)
            elif own is not None:
                value = own
            self._found[key] = value
        return self._found[key]

    def liquid_has(self, key: str) -> bool:
        """Tell whether there is such a key."""
        return key in self.own or key in _OF_HOST or key in _OF_REPOSITORY

    def keys(self) -> list[str]:
        """All names, in order."""
        return sorted({*_OF_HOST, *_OF_REPOSITORY, *self.own})

    def items(self) -> list[tuple[str, object]]:
        """All names with their values."""
        return [(key, self.liquid_get(key)) for key in self.keys()]

    def liquid_state(self) -> object:
        """The repository's name and the configured values; of what GitHub says nobody can tell."""
        if may_ask():
            return None
        return [self.own, self.repository and self.repository.full_name]

    def liquid_to_s(self) -> str:
        """JSON, spread over lines."""
        return json.dumps(dict(self.items()), indent=2, default=str, ensure_ascii=False)

    def __iter__(self) -> Iterator[object]:
        return iter(self.keys())

    def _find(self, key: str) -> object:
        if key in _OF_HOST:
            return _OF_HOST[key](self)
        if key not in _OF_REPOSITORY:
            return None
        if self.repository is None:
            log.warn(
                "GitHub Metadata:",
                f"No repository found for site.github.{key}: set `repository: owner/name` in"
                " _config.yml",
            )
            return None
        return _OF_REPOSITORY[key](self, self.repository)

    @cached_property
    def info(self) -> Mapping[str, Any]:
        """What GitHub says about the repository."""
        return ask(f"/repos/{self.repository.full_name}") if self.repository else {}

    @cached_property
    def pages_info(self) -> Mapping[str, Any]:
        """What GitHub says about its pages."""
        return ask(f"/repos/{self.repository.full_name}/pages") if self.repository else {}

    @cached_property
    def owner(self) -> Mapping[str, Any]:
        """What GitHub says about the owner, an organization or a person."""
        if self.repository is None:
            return {}
        name = self.repository.owner
        return ask(f"/orgs/{name}") or ask(f"/users/{name}")

    def source(self, repository: Repository) -> dict[str, Any]:
        """The branch and the folder that the pages are built from."""
        known = self.pages_info.get("source")
        return known or {"branch": repository.default_branch, "path": "/"}


def _revision(metadata: Metadata) -> str:
    if revision := os.environ.get("JEKYLL_BUILD_REVISION"):
        return revision
    command = ["git", "-C", str(metadata.configuration.source), "rev-parse", "HEAD"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    except OSError:
        return ""
    return done.stdout.strip()


def _listed(path: str) -> list[dict[str, Any]] | bool:
    found = ask_all(path)
    return False if found is None else found


def _repositories(owner: str) -> list[dict[str, Any]]:
    repositories = ask_all(f"/users/{owner}/repos?type=public") or []
    for each in repositories:
        for key in ("releases", "contributors"):
            each[key] = _listed(f"/repos/{each['full_name']}/{key}")
    return repositories


def _members(owner: str) -> object:
    return _listed(f"/orgs/{owner}/public_members") if ask(f"/orgs/{owner}") else None


def _wanted(key: str, address: str) -> Callable[[Metadata, Repository], object]:
    """An address that exists only if the repository has such a thing."""
    return lambda data, repo: f"{repo.url}/{address}" if data.info.get(key) else None


def _said(key: str) -> Callable[[Metadata, Repository], object]:
    return lambda data, _: data.info.get(key)


_OF_HOST: Final[dict[str, Callable[[Metadata], object]]] = {
    "api_url": lambda _: pages.setting("PAGES_API_URL"),
    "build_revision": _revision,
    "environment": lambda _: pages.setting("PAGES_ENV"),
    "help_url": lambda _: pages.setting("PAGES_HELP_URL"),
    "hostname": lambda _: pages.setting("PAGES_GITHUB_HOSTNAME"),
    "pages_env": lambda _: pages.setting("PAGES_ENV"),
    "pages_hostname": lambda _: pages.setting("PAGES_PAGES_HOSTNAME"),
    "versions": lambda _: {},
}
_OF_REPOSITORY: Final[dict[str, Callable[[Metadata, Repository], object]]] = {
    "archived": _said("archived"),
    "baseurl": lambda data, _: data.address[1],
    "clone_url": lambda _, repo: f"{repo.url}.git",
    "contributors": lambda _, repo: _listed(f"/repos/{repo.full_name}/contributors"),
    "disabled": _said("disabled"),
    "is_project_page": lambda _, repo: repo.is_project_page,
    "is_user_page": lambda _, repo: not repo.is_project_page,
    "issues_url": _wanted("has_issues", "issues"),
    "language": _said("language"),
    "latest_release": lambda _, repo: ask(f"/repos/{repo.full_name}/releases/latest") or False,
    "license": _said("license"),
    "organization_members": lambda _, repo: _members(repo.owner),
    "owner": lambda data, _: {key: data.owner.get(key) for key in _OWNER_KEYS},
    "owner_display_name": lambda data, _: data.owner.get("name"),
    "owner_gravatar_url": lambda _, repo: f"{repo.owner_url}.png",
    "owner_name": lambda _, repo: repo.owner,
    "owner_url": lambda _, repo: repo.owner_url,
    "private": _said("private"),
    "project_tagline": _said("description"),
    "project_title": lambda _, repo: repo.name,
    "public_repositories": lambda _, repo: _repositories(repo.owner),
    "releases": lambda _, repo: _listed(f"/repos/{repo.full_name}/releases"),
    "releases_url": lambda _, repo: f"{repo.url}/releases",
    "repository_name": lambda _, repo: repo.name,
    "repository_nwo": lambda _, repo: repo.full_name,
    "repository_url": lambda _, repo: repo.url,
    "show_downloads": _said("has_downloads"),
    "source": lambda data, repo: data.source(repo),
    "tar_url": lambda data, repo: f"{repo.url}/tarball/{data.source(repo)['branch']}",
    "url": lambda data, repo: str(
        data.pages_info.get("html_url") or repo.pages_url(data.pages_info.get("cname"))
    ).removesuffix("/"),
    "wiki_url": _wanted("has_wiki", "wiki"),
    "zip_url": lambda data, repo: f"{repo.url}/zipball/{data.source(repo)['branch']}",
}
