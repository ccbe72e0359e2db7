#!/bin/sh
# Run by Patroni once, with the connection string of the new primary: makes the database, the user that migrates and
# imports, and the one of the subgraphs, which may only read what the first makes.
set -eu
psql "$1" --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set password="$JIEDUI_PASSWORD" --set reader="$JIEDUI_READER_PASSWORD" <<'SQL'
create role jiedui login password :'password';
create role jiedui_reader login password :'reader';
create database jiedui owner jiedui;
\connect jiedui
alter default privileges for role jiedui grant usage on schemas to jiedui_reader;
alter default privileges for role jiedui grant select on tables to jiedui_reader;
SQL
