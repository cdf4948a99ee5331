<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Member</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted host names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed web origins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for running requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence within a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to finish when stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed client addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the first output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest silence in a stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole request at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest Retry-After to respect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move on after an empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also move on after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures until it trips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First suspension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>Requests are answered as usual; %n request(s) kept in memory to be recorded later.</source>
        <translation>
            <numerusform>Requests are answered as usual; %n request kept in memory to be recorded later.</numerusform>
            <numerusform>Requests are answered as usual; %n requests kept in memory to be recorded later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) had to be dropped.</source>
        <translation>
            <numerusform>%n record had to be dropped.</numerusform>
            <numerusform>%n records had to be dropped.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understudy cannot read its settings, keys and records, so the gateway does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to read and write %1, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what is named below, then retry. A copy from before the last update may lie in %1 as understudy.db.before-…; put it in the place of understudy.db to go back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend what is named below, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program already listens there, so the gateway could not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program and retry, or let the gateway use the next free port; your applications then need the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot listen on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address in the settings of the gateway, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your secrets are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are encrypted with your passphrase, which is kept nowhere. Channels with a stored credential cannot be called until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their master key is in the system keyring, which does not give it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with their master key (master.key) is missing, damaged, or readable by others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file back into the data folder, readable only by you, then unlock. Without it, enter the credentials anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file, its folder or the disk does not let Understudy write. The gateway goes on with what it knows; changes and records are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 writable for you, then start Understudy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests cannot be recorded now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk of the data folder; recording goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the database can be reached and written; recording goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider is blamed for it, and no channel is suspended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer seems to be offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its network connection. Requests reach the providers again as soon as it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network seems to want a login (since %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a web page in your browser and log in to the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s proxy has changed, and providers cannot be reached (since %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the settings of your system, or set one for the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer woke up at %1 and its network is not back yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do: wait a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to a gateway that already runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process %1 runs the gateway on the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process runs the gateway on the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can see and change everything here; start and stop it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable from the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every device that reaches this computer can call the gateway at %1; only your gateway access keys protect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Next Free Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Data Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked, or has no such entry. Unlock it (your desktop&apos;s password manager does that), allow Understudy to use it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring in this session. Log in to a desktop that has one, such as GNOME or KDE, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of the system keyring is missing. Install the package libsecret-1-0 and a keyring such as gnome-keyring, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not answer within 5 seconds. Look whether it waits for its password in another window, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message numerus="yes">
        <source>It changed its state %n time(s) in the last minutes.</source>
        <translation>
            <numerusform>It changed its state %n time in the last minutes.</numerusform>
            <numerusform>It changed its state %n times in the last minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key “%1”: %n more request(s) failed</source>
        <translation>
            <numerusform>Key “%1”: %n more request failed</numerusform>
            <numerusform>Key “%1”: %n more requests failed</numerusform>
        </translation>
    </message>
    <message>
        <source>Channel “%1” is tripped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses its credential or has no balance left. Backups answer where there are any; look at the channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its calls fail or are limited by the provider. Backups answer where there are any; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1” works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call through it succeeded. Requests go through it as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1”: no model answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model of its chain that could be called failed. The request log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1”: a limit is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1”: %2 % of a limit is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The channel is skipped until it is free again; backups answer where there are any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The channel is skipped once it is used up; backups answer where there are any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1”: a limit is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1”: %2 % of a limit is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The built-in models of its call order are skipped from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Its requests are refused until it is free again; raise the limit if they should go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The built-in models of its call order are skipped once they are used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Requests with this key are refused once it is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients get no answer. Open Understudy to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request log cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests are still answered; their rows are kept in memory until the database can be written again. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request log is written again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept in memory is being written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>Gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View code of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayPicture</name>
    <message numerus="yes">
        <source>Gateway stopping · %n request(s) still running</source>
        <translation>
            <numerusform>Gateway stopping · %n request still running</numerusform>
            <numerusform>Gateway stopping · %n requests still running</numerusform>
        </translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway locked · unlock it to answer requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway running · the request log cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway running in another process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 of %3 channels healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::AboutDialog</name>
    <message>
        <source>About Understudy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps an application answering when a model provider fails. It stays on this computer: no account, no telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later (https://www.gnu.org/licenses/gpl-3.0.html). It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with Qt (Charts and HTTP Server: GPL-3; the rest: LGPL-3), libsodium (ISC), QtKeychain (BSD) and SQLite (public domain). The names of providers and models belong to their owners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::AboutSection</name>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps an application answering when a model provider fails. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the GNU General Public License</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the GNU General Public License</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GNU General Public License, version 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• Qt Core, Gui, Widgets, Network, Sql: LGPL-3 or GPL-2 and later; used as shared libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• Qt Charts and Qt HTTP Server: GPL-3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• QtKeychain: BSD, 3 clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• libsodium: ISC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• SQLite, in Qt&apos;s driver: public domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of providers and models belong to their owners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version, licence, GPL, LGPL, Qt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::Actions</name>
    <message>
        <source>Command Palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New on This Page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo Last Deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a Failover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Understudy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Gateway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::AttemptModel</name>
    <message>
        <source>Attempt %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1: %2 (%3) is being called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::AttemptTable</name>
    <message>
        <source>Not called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::BuiltInModelsModel</name>
    <message>
        <source>Fails on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers every request with an error, to watch a failover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::BuiltInModelsPanel</name>
    <message numerus="yes">
        <source>Free tokens used, %n key(s)</source>
        <translation>
            <numerusform>Free tokens used, %n key</numerusform>
            <numerusform>Free tokens used, %n keys</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of all: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key needed. The simulated models run inside this program and cost nothing; models of runtimes on this computer (Ollama, LM Studio, llama.cpp, vLLM) appear by themselves while those run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Gateway Access Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::CandidateFacts</name>
    <message>
        <source>no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails on purpose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::CandidatesModel</name>
    <message>
        <source>%1 through %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ChainEditor</name>
    <message>
        <source>groups do not stand in for each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moved to position %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the model up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the model down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the model out of the key (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order by Size, Large to Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models stand in this order already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed from the call order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered by size, large to small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make Primary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ChainModel</name>
    <message>
        <source>%1 through %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, %4, %5; position %6 of %7</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ChannelAdvanced</name>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers (values are kept encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not test automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Test All” leaves this channel out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ChannelDialog</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message>
        <source>Another address than the preset one; it then holds for all channels of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1” saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1” created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Gateway Access Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the new channel?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you entered here is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recognised. Copy a curl command, an .env block, a base URL or a key, and paste again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a gateway key of this program, not a provider key. Paste what the provider&apos;s console gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a provider of your own, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing with the values of the form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested. You can save without a test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Works, %1, tested %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Failed at: %1, tested %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form has changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit call channel “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create call channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a curl command, an .env block, a base URL or a key? Copy it and paste it here: the fields fill themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste Anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the fields from the clipboard; nothing is run or sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that this channel opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another provider (your own) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for one token (costs a little)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests with what the form holds now (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ChannelsModel</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message>
        <source>key locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error: %1, %2 (“%3”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway access key uses this channel yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, last test: %3, today: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ChannelsPanel</name>
    <message numerus="yes">
        <source>%n key(s) call “%1”. After deleting it: %2.</source>
        <translation>
            <numerusform>%n key call “%1”. After deleting it: %2.</numerusform>
            <numerusform>%n keys call “%1”. After deleting it: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection test of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1” is in use again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1” is paused; chains skip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicated as “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The circuit breakers of “%1” are reset; the next request may call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 becomes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be deleted: %2 would have no model left. Give the key another model first, or pause the channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel “%1” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset Circuit Breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all providers (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call channel yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A channel holds your key for %1 and the models that it opens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ChartCard</name>
    <message>
        <source>Copy the chart as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chart (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the same figures as a table (T)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ClosePolicy</name>
    <message numerus="yes">
        <source>%n request(s) still running</source>
        <translation>
            <numerusform>%n request still running</numerusform>
            <numerusform>%n requests still running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait and Quit takes no new requests and lets these finish, for at most %n second(s). Quit Now cuts them off.</source>
        <translation>
            <numerusform>Wait and Quit takes no new requests and lets these finish, for at most %n second. Quit Now cuts them off.</numerusform>
            <numerusform>Wait and Quit takes no new requests and lets these finish, for at most %n seconds. Quit Now cuts them off.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the gateway running without a window?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understudy stays in the tray and goes on answering your applications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understudy keeps serving without a window; start it again to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks this once; Settings can change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait and Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::CodePanel</name>
    <message>
        <source>Language of the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy With Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text with the gateway key filled in. The clipboard forgets it after 30 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Set OPENAI_API_KEY before you run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The clipboard forgets it after 30 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1, without the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not write %1: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::CommandPalette</name>
    <message>
        <source>Search commands, keys, channels and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ContentView</name>
    <message>
        <source>%1 that are not text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::CredentialEdit</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty to keep the stored key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sk-…, or env:NAME for an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::DefaultsSection</name>
    <message>
        <source>New gateway access keys begin with these values. Keys that exist keep theirs; change those in the key itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries and timeouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also move on to the next model when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More tries of the same model before the next one is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: 60 s, and 180 s when a reasoning model is in the call order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the first output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a stream. A model that is slow to begin is given up sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest silence in a stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a word for so long, it counts as broken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole request at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tries together. Clients of OpenAI&apos;s make give up after 600 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubles each time, at most 2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identical requests are answered from memory. Answers with tool calls are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model that keeps failing is left out for a while instead of being waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures until it trips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First suspension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubles up to 5 min; then one request probes the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came without an error, but has no content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider filtered the content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another provider may see it differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says the request is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Useful when models understand different options; a mistake of yours is then paid for several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failover defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::DeletedSection</name>
    <message numerus="yes">
        <source>Deleted gateway access keys, call channels and providers can be brought back for %n day(s).</source>
        <translation>
            <numerusform>Deleted gateway access keys, call channels and providers can be brought back for %n day.</numerusform>
            <numerusform>Deleted gateway access keys, call channels and providers can be brought back for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you delete waits here before it is gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be restored: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore, undo, trash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::DiagnosticsSection</name>
    <message numerus="yes">
        <source>It can be written; %n record(s) were lost since the start.</source>
        <translation>
            <numerusform>It can be written; %n record were lost since the start.</numerusform>
            <numerusform>It can be written; %n records were lost since the start.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in the clipboard, without secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks the keyring, the port, the database and the fonts. It calls no provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run Self-Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Redacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ The facts cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway listens on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway is stopped; nothing listens on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is installed: Chinese shows as boxes. Install fonts-noto-cjk or fonts-wqy-microhei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written, read back and deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed: the master key is elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1, without secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-test, version, report, troubleshoot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::DrillBoxButton</name>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::DrillPage</name>
    <message numerus="yes">
        <source>Drill stopped after %1 of %n request(s). There is no verdict on a part.</source>
        <translation>
            <numerusform>Drill stopped after %1 of %n request. There is no verdict on a part.</numerusform>
            <numerusform>Drill stopped after %1 of %n requests. There is no verdict on a part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drill running: %1 of %n request(s) ended. Normal traffic is not touched.</source>
        <translation>
            <numerusform>Drill running: %1 of %n request ended. Normal traffic is not touched.</numerusform>
            <numerusform>Drill running: %1 of %n requests ended. Normal traffic is not touched.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key to drill yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drill plays outages to the models of a gateway access key and shows what your application would see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Demo Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drill needs the credentials of your channels. Unlock them first; nothing else is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each model behaves as its box says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drill could not run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not write %1: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failover drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the boxes say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the drill (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the drill (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run or Stop the Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call order: each box is a model, and how it behaves in the drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers word by word, as chat applications ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortened to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortened, so that nobody waits minutes for a silent model. The report says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of the drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play an outage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drill has a gateway of its own: normal traffic, usage statistics and circuit breakers notice nothing, and the gateway need not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model of this key takes part in chats, so there is nothing to drill. Add a chat or reasoning model to its call order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model answers for this key: the drill will show that nothing stands in for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the key&apos;s own timeouts each silent attempt takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::DrillRequestsModel</name>
    <message>
        <source>Request %1: %2. Its client was told: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request %1 was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request %1 is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::DrillVerdictView</name>
    <message numerus="yes">
        <source>%n not by the first attempt</source>
        <translation>
            <numerusform>%n not by the first attempt</numerusform>
            <numerusform>%n not by the first attempt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) tripped</source>
        <translation>
            <numerusform>%n model tripped</numerusform>
            <numerusform>%n models tripped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not whole</source>
        <translation>
            <numerusform>%n not whole</numerusform>
            <numerusform>%n not whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) unknown</source>
        <translation>
            <numerusform>%n attempt unknown</numerusform>
            <numerusform>%n attempts unknown</numerusform>
        </translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests whose client got a complete answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls to the places of the chain, made by all requests together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the requests took at most that long, from the request to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the answers, as they were reported. Drills are not part of the usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none needed a rescue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was tripped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slowest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost in failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each place of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breakers of the drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the drill of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ExportDialog</name>
    <message>
        <source>Export Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes providers, call channels, gateway access keys and the settings of the gateway into one file that another Understudy can import. Records and usage are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave secrets out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For sharing. Whoever imports it enters their own credentials, and gateway access keys get new secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal secrets with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For moving to another computer. Credentials and keys are encrypted; without the passphrase nobody can read them, and nobody can restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your secrets are locked and would be missing in the file. Unlock them in Settings ▸ Secrets first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration cannot be exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::FigureModel</name>
    <message>
        <source>Double click or Enter: these requests in the log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::FirstRun</name>
    <message>
        <source>The demo key could not be made: one of your keys has the name “demo” already. Rename that key, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo key could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot start because its data cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway could not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s port is in use by another program, and no other one could be taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s port was in use by another program, so it now listens on port %1. Clients need the new address; the header shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program runs the gateway on these data, so the primary model cannot be broken from here. “understudy-cli serve --demo” breaks it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration could not be removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration could not be brought back: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::Fold</name>
    <message>
        <source>expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::GatewaySection</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the network, every device that reaches this computer can call the gateway; only gateway access keys protect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Next Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the address that your applications use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the gateway with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it waits for Start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Understudy when I log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without its window; the tray icon opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted host names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names other than localhost by which clients may call the gateway, one a line. Others are refused, which keeps web pages out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed web origins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages that may call the gateway from a browser (CORS), one a line, such as https://app.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for running requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence within a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to finish when stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger ones are refused with 413.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All bodies in flight together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client that takes longer is disconnected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time without a byte of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept open for the next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running requests get this long before they are cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the network reach the gateway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every device that reaches this computer can then call the gateway on port %1. The connection is not encrypted, and whoever has a gateway access key can spend your tokens. Do this only in a network that you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep to This Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to the Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway uses port %1 from now on. Give your applications the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no host name. Write a name or an address without http:// and without a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no origin. Write the beginning of the page&apos;s address, such as https://app.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::GeneralSection</name>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where I left off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the window shows first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway can go on without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a channel trips or recovers, or a key has no model left that answers; not for every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notifications in this time; the log has everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be on the next day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::HeaderStrip</name>
    <message numerus="yes">
        <source>%n request(s) running</source>
        <translation>
            <numerusform>%n request running</numerusform>
            <numerusform>%n requests running</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway is stopped; clients get no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running in another process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: requests are finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway belongs to process %1; stop it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable from the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other machines can reach the gateway. Open the settings to change that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::HeadersEdit</name>
    <message>
        <source>Add Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored; type to replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this header</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::HelpWindow</name>
    <message>
        <source>Understudy Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic contains “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ImportDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) imported.</source>
        <translation>
            <numerusform>%n part imported.</numerusform>
            <numerusform>%n parts imported.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over providers, call channels, gateway access keys and settings from a file that Understudy exported. You see every change first; nothing is written before you apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or paste the text of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the configuration file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets in it are sealed. Passphrase that it was exported with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that the import would make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this file is already so here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep All Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is the same (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for a configuration (%2). Choose a file that Understudy exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open this file. Type the one that it was exported with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be imported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ImportModel</name>
    <message>
        <source>Settings of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⟳ changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Credential goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeyAdvancedForm</name>
    <message>
        <source>Own timeout for the first output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When streaming, how long to wait for the first words; else the request timeout counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When streaming, the longest time without output after the first words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All attempts and pauses together, until the answer begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause before a retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubles from retry to retry, up to 2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest Retry-After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider that asks for more is believed up to here; backups never wait for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next model when content is filtered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next model when a request is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says that the request itself is wrong (HTTP 400, 413, 422); another one may take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty answers are failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skips a model after failures in a row, and probes it after the suspension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubles from trip to trip, up to 5 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeyBasicsStep</name>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 %3 per million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–32 letters, digits, Chinese characters, _ or -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional, at most 128 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space selects, Ctrl+A selects all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expiry, limits and recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own third-party models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup: failover is impossible. Add one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only models of the same type fail over to each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list shows the type %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeyLimitsForm</name>
    <message>
        <source>Expires on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed client addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free tokens of built-in models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any; else addresses or networks, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record requests and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: prompts and answers are not stored. On: they are kept with the log, readable for everybody who can open this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time has passed: requests with the key will be refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeyPolicyStep</name>
    <message>
        <source>Call order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh performance, cost and stability: first what meets the daily need, smaller distilled versions as backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More tries of the same model before the next one, 0 to 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache duration in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identical requests are answered from the cache; answers with tool calls are not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1: reasoning models need longer. Other chains: 60 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1; 180 s with a reasoning model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is no longer there; remove it before saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key needs at least one model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeyUsageModel</name>
    <message>
        <source>Free tokens used by this key: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free tokens used; the key has been deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 free tokens used since the key was made; %3 of them in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that ended in this period, answers from the cache included, drills not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the answers that clients got; failed attempts are counted by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens drawn from the allowance for built-in models since the key was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free tokens used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeyWizard</name>
    <message>
        <source>%1 has no call channel yet, so none of its models can be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;&amp; Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create &amp;&amp; Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Call policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 1 of 2: basic information and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 2 of 2: call policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the changes of “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this key?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have entered here is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeysDelegate</name>
    <message>
        <source>%1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used lately</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeysModel</name>
    <message numerus="yes">
        <source>%n request(s) in the last 7 days</source>
        <translation>
            <numerusform>%n request in the last 7 days</numerusform>
            <numerusform>%n requests in the last 7 days</numerusform>
        </translation>
    </message>
    <message>
        <source>Near limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near a limit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over its limit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call order: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, last used %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::KeysPage</name>
    <message>
        <source>The usage of the keys cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key gives your application one address and a list of models to try in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Demo Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a Drill…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not changed. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” paused: requests with it are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not put back. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not among the deleted keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not deleted. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” deleted; requests with it are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ListStates</name>
    <message>
        <source>Kind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::LogDetail</name>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request as a command for a shell; the key is read from OPENAI_API_KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the request ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to its place in the list (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep on top of the list until the program ends (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a request whose content was recorded can be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only chat requests can be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request was too long to be recorded whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the same request once more (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of this request was not recorded. The key records contents now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the content…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content is not recorded for this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record Contents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of this request was not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::LogExportDialog</name>
    <message numerus="yes">
        <source>%n request(s) written</source>
        <translation>
            <numerusform>%n request written</numerusform>
            <numerusform>%n requests written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are in %1.</source>
        <translation>
            <numerusform>%n request are in %1.</numerusform>
            <numerusform>%n requests are in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all requests of the log into a file, newest first. Credentials are never in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the requests that match “%1” into a file, newest first. Credentials are never in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line a request, for spreadsheets. Texts that would be formulas are made harmless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One object a request with all attempts, as “understudy-cli log --json” prints it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP archive (HAR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For browsers and other viewers of HTTP traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the file as UTF-8 (Excel needs it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With recorded requests and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold what people wrote and what models answered. Only keys that record contents have any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests could not be exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::LogModel</name>
    <message>
        <source>d MMM HH:mm</source>
        <comment>time of an earlier day in a narrow column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: stays on top until the program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt in order: ✕ failed, ⟳ tried again, ⇢ on to the next model, ✓ answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to the first meaningful output of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the answer as the client was told; ≈ estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::LogPage</name>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n new ↑</numerusform>
            <numerusform>%n new ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n request(s)</source>
        <translation>
            <numerusform>%1 of %n request</numerusform>
            <numerusform>%1 of %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n pinned</numerusform>
            <numerusform>%n pinned</numerusform>
        </translation>
    </message>
    <message>
        <source>Older requests could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The command reads the key from OPENAI_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status:failed  saved:backup  since:1h  or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what the filter shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed more than one attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took more than 30 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save This Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget This Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show new requests again (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the list still (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No older requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for older requests… back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for older requests…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older requests could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list holds the last requests; older ones may match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither the last requests nor older ones match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search Older Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every request that a client sends to the gateway is listed here, with each attempt and its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a Demo Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searched back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents of requests with “%1” are recorded from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents of requests with “%1” are not recorded any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the contents of “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the text of every request and answer with this key is stored in the database of this computer, up to 256 KB each: what people write and what models answer. Credentials are not part of it. Recorded contents can be deleted in Settings ▸ Privacy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repeated request was not answered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was sent once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::MainWindow</name>
    <message>
        <source>%1 — Understudy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ModelChoicesModel</name>
    <message>
        <source>%1, %2, ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a million prompt tokens; optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a million answer tokens; optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In /M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out /M</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ModelChooser</name>
    <message numerus="yes">
        <source>%n new model(s), not ticked yet</source>
        <translation>
            <numerusform>%n new model, not ticked yet</numerusform>
            <numerusform>%n new models, not ticked yet</numerusform>
        </translation>
    </message>
    <message>
        <source>The list did not come: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new in the provider&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s list is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or type the ID of another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all models shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick all models shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency of the prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the provider for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the list. Enter adds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ModelsPage</name>
    <message numerus="yes">
        <source>%n channel(s) are left out: paused, or marked “do not test automatically”.</source>
        <translation>
            <numerusform>%n channel are left out: paused, or marked “do not test automatically”.</numerusform>
            <numerusform>%n channels are left out: paused, or marked “do not test automatically”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test %n channel(s)?</source>
        <translation>
            <numerusform>Test %n channel?</numerusform>
            <numerusform>Test %n channels?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s) work</source>
        <translation>
            <numerusform>%n channel work</numerusform>
            <numerusform>%n channels work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” still has %n channel(s). Delete them first.</source>
        <translation>
            <numerusform>“%1” still has %n channel. Delete them first.</numerusform>
            <numerusform>“%1” still has %n channels. Delete them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n call channel(s)</source>
        <translation>
            <numerusform>%1: %n call channel</numerusform>
            <numerusform>%1: %n call channels</numerusform>
        </translation>
    </message>
    <message>
        <source>Large models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No channel can be tested: they are paused or marked “do not test automatically”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 tokens at each provider, so about %2 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested: %1; these do not: %2. Open one to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Tests (%1 of %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider “%1” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Gateway Access Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test Its Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Provider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create call channel (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: create call channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create gateway access key (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a call channel first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: create gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Custom Provider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests every channel that may be tested automatically; asks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own third-party models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or address (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only connected ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::Navigation</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failover drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model configuration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::NetworkSection</name>
    <message>
        <source>no proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels with a way of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls to providers go through the system&apos;s proxy: the variables http_proxy, https_proxy and no_proxy of the session in which Understudy was started. Addresses on this computer are always reached directly. Change it in the desktop&apos;s network settings, then start Understudy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: no proxy is set, providers are reached directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. A channel can have its own proxy, or none: see its advanced options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy, http_proxy, https_proxy, no_proxy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 characters. Four or five random words are easy to remember and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◔ Weak: make it longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◑ Fair: one more word would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Strong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::NoticePanel</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::OverviewPage</name>
    <message numerus="yes">
        <source>and %n by a retry</source>
        <translation>
            <numerusform>and %n by a retry</numerusform>
            <numerusform>and %n by a retry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running now</source>
        <translation>
            <numerusform>%n running now</numerusform>
            <numerusform>%n running now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n attempt(s) unknown</source>
        <translation>
            <numerusform>and %n attempt unknown</numerusform>
            <numerusform>and %n attempts unknown</numerusform>
        </translation>
    </message>
    <message>
        <source>See a Failover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request to simulated models whose primary fails: no account, no cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What failover was worth: requests saved, how much later, at what cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays an outage to the models of a key and shows what your application would see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the demo&apos;s gateway access key; it can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests, their results and the health of your channels will be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the steps to set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call channel yet. Built-in models need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that ended since midnight on this computer&apos;s clock, answers from the cache included. Failover drills are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success after failover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that got a whole answer, of all that ended by themselves since midnight; those that their client left do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by failover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests since midnight that a backup answered because the model before it failed or was not to be had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of every attempt since midnight, also of the failed ones, as far as they were reported or estimated. Unknown ones are not in the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usage could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the first try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has ended today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed attempts included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::PrivacySection</name>
    <message numerus="yes">
        <source>%n request(s) deleted.</source>
        <translation>
            <numerusform>%n request deleted.</numerusform>
            <numerusform>%n requests deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>No program opened the folder. Its path is above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the request log?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every request that is in the log now is deleted, with recorded contents. Usage statistics, free tokens and limits stay. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep requests for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older ones are deleted while the gateway works. Usage statistics stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is larger, the oldest requests go first. Not with PostgreSQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep recorded prompts and answers for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only keys that record contents have any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the requests, not the usage statistics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer: no account, no telemetry. The request log keeps times, models, tokens and results, but prompts and answers only for keys that record them. That is chosen in each key, and off in a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key records contents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Data Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database, the master key when it is in a file, and these preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● %1 records contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording contents of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy and logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content recording, data folder, telemetry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ProviderDialog</name>
    <message>
        <source>Optional: a channel can add models that are not in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is opened by a channel. Tick it, or take it out of the channel first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider “%1” added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider “%1” saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Call Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the new provider?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you entered here is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add custom provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit provider “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it takes its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization: Bearer (usual)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header api-key (Azure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists its models (GET /models)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports tokens of streams when asked (stream_options)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that it serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Shipped Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ProvidersModel</name>
    <message numerus="yes">
        <source>%1, %n channel(s), %2</source>
        <translation>
            <numerusform>%1, %n channel, %2</numerusform>
            <numerusform>%1, %n channels, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n model(s) listed</source>
        <translation>
            <numerusform>%1, %n model listed</numerusform>
            <numerusform>%1, %n models listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) in the last 24 hours, %1 answered</source>
        <translation>
            <numerusform>%n call in the last 24 hours, %1 answered</numerusform>
            <numerusform>%n calls in the last 24 hours, %1 answered</numerusform>
        </translation>
    </message>
    <message>
        <source>Start here: create a call channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs your own address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::RescueReport</name>
    <message numerus="yes">
        <source>%n request(s) saved</source>
        <translation>
            <numerusform>%n request saved</numerusform>
            <numerusform>%n requests saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) ended in this time.</source>
        <translation>
            <numerusform>%n request ended in this time.</numerusform>
            <numerusform>%n requests ended in this time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would have failed with the first try alone.</source>
        <translation>
            <numerusform>%n of them would have failed with the first try alone.</numerusform>
            <numerusform>%n of them would have failed with the first try alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n got no whole answer in spite of everything.</source>
        <translation>
            <numerusform>%n got no whole answer in spite of everything.</numerusform>
            <numerusform>%n got no whole answer in spite of everything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What %n attempt(s) used is unknown: nobody reported it.</source>
        <translation>
            <numerusform>What %n attempt used is unknown: nobody reported it.</numerusform>
            <numerusform>What %n attempts used is unknown: nobody reported it.</numerusform>
        </translation>
    </message>
    <message>
        <source>No request in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing had to be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them were answered at the first try or from the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1 (%2 by a backup, %3 by a retry).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved request came %1 later on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts used %1 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts used %1 tokens (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::RescueReportDialog</name>
    <message>
        <source>Rescue Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usage could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How requests ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Rescue Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: %1. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ResetKey</name>
    <message numerus="yes">
        <source>“%1” has a new secret. The old one works for %n more hour(s), as the key “%2”.</source>
        <translation>
            <numerusform>“%1” has a new secret. The old one works for %n more hour, as the key “%2”.</numerusform>
            <numerusform>“%1” has a new secret. The old one works for %n more hours, as the key “%2”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Old secret of “%1” until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was not reset. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has a new secret; the old one is refused from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the key “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets a new secret and keeps its name, models and policy. Every application that uses the old secret must be given the new one. To leave time for that, the old secret can go on as a key of its own, “%1”, that expires by itself and counts its own requests and limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the Old One for 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the Old One for 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::RunPanel</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now from Your Own Terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the curl command with the key; paste it into a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use My Own Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the Primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break It Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The primary model fails in turns: an error, then silence. Repair it and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The primary model answers. Break it and run again to see a failover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… The request is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The answer is complete; what it took is being read from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Stopped. The provider&apos;s call was ended too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ No complete answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::SecondsField</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::SecretField</name>
    <message numerus="yes">
        <source>In the clipboard for another %n second(s)</source>
        <translation>
            <numerusform>In the clipboard for another %n second</numerusform>
            <numerusform>In the clipboard for another %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy; the clipboard is cleared after 30 seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::SecretsSection</name>
    <message>
        <source>Where the master key lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desktop unlocks it when you log in. Other programs of yours could ask for it; a copy of the data folder alone is worthless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere: ask me for a passphrase at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safest. After each start channels work only when you have typed it. A forgotten passphrase cannot be recovered: credentials must then be entered anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a file that only I can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works without anybody at the keyboard, also on servers. Whoever can read your files, or has your disk or a backup, can read the credentials too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the System Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the Master Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets are unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master key is in a file in the data folder that only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master key is in the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master key is made from your passphrase at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials and gateway access keys are stored encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until it is unlocked, channels with a stored credential cannot be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring works: a test entry was written, read back and deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. The next start asks for this passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. The master key has moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>master key, passphrase, keyring, lock, unlock, encryption</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::SettingsPage</name>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset This Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another word, or look through the sections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the section %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section “%1” has its original values again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::SetupChecklist</name>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide these steps; the menu Help brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a call channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider with your credential and its models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address and a list of models to try in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a first request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your own terminal, or from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a failover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated models: no account, no cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::StateNotice</name>
    <message>
        <source>Enter the passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway uses port %1 from now on. Give your applications the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::TestStages</name>
    <message>
        <source>Steps of the connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::TransferSection</name>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file or pasted text. You see every change first, and can undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers, channels, keys and settings in one file; secrets left out, or sealed with a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::Tray</name>
    <message>
        <source>Open Understudy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent Failovers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No failover yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a Failover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Troubleshoot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications Paused until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause Notifications for 1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::UsageCharts</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who uses most: by what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who uses most: of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did failover help?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who uses most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which channel is slow?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What breaks?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you mean to spend in a calendar month. The chart shows it spread evenly over the days; nothing is stopped when it is used up: limits of the keys do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency of the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does my provider bill more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers may bill attempts that failed. What they did not report is unknown, never 0. Costs come from the prices of the models and are estimates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything by everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows × columns of your choice. Double click or Enter shows the requests of a row in the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::UsageCosts</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget, spread evenly (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all; an estimate from the prices of the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is %1 of the budget of %2 for this time: more than planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is %1 of the budget of %2 for this time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::UsageFigures</name>
    <message numerus="yes">
        <source>%1: %2 in all, %n bar(s), highest %3 with %4.</source>
        <translation>
            <numerusform>%1: %2 in all, %n bar, highest %3 with %4.</numerusform>
            <numerusform>%1: %2 in all, %n bars, highest %3 with %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost in failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of all attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) saved by a retry or a backup.</source>
        <translation>
            <numerusform>%n request saved by a retry or a backup.</numerusform>
            <numerusform>%n requests saved by a retry or a backup.</numerusform>
        </translation>
    </message>
    <message>
        <source>No request needed a retry or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) got no whole answer.</source>
        <translation>
            <numerusform>%n request got no whole answer.</numerusform>
            <numerusform>%n requests got no whole answer.</numerusform>
        </translation>
    </message>
    <message>
        <source>None was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First output, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First output, 95th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: half of the answers within %2, 95 % within %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts without report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::UsagePage</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days begin at midnight on this computer&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV: every figure of this page by time, key, channel and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage by gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that ended in this period, answers from the cache included. Failover drills are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the answers that clients got, as they were told. Failed attempts are counted below, by provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls to a provider that ended otherwise than with an answer. Calls that their client left are not among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts without report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls whose tokens no provider reported. They are unknown, not 0, and are missing in every sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage is counted here from the first request that a client sends with a gateway access key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Last 30 Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a Demo Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end must be after the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a later end, or an earlier beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usage could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for Excel (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: %1. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage was exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 tokens saved by the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their tokens are unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attempt was reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage statistics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::UsagePeriod</name>
    <message>
        <source>d MMM</source>
        <extracomment>A day in a chart, as in 24 Nov; see QDate::toString</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>A month in a chart, as in Nov 2026; see QDate::toString</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::UsePanel</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was asked to add the account; it asks you before it saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this computer opens links for %1. Install it, or copy the three values into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Cherry Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in cc-switch (Codex)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link holds the gateway key. It is made when you press the button and goes only to that program, which asks before it saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any other program that speaks the OpenAI protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ViewCodeDialog</name>
    <message numerus="yes">
        <source>✓ Received from %1, %n attempt(s), answered by %2</source>
        <translation>
            <numerusform>✓ Received from %1, %n attempt, answered by %2</numerusform>
            <numerusform>✓ Received from %1, %n attempts, answered by %2</numerusform>
        </translation>
    </message>
    <message>
        <source>View code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no chat model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets are locked, so there is no key to fill in and the gateway answers nobody. Unlock them in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway does not run, so nobody answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is paused: requests with it are refused until it is resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not called: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your first request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Received from %1, answered from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Received from %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::ViewKeyDialog</name>
    <message>
        <source>View key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As .env block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.env block, with the key hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save .env…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has this key can call your models, and what that costs is yours. Keep it out of chats, tickets and repositories; what is copied here leaves the clipboard after 30 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset Key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are shown after the passphrase has been given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets are locked. Give the passphrase to unlock them; until then the gateway refuses requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets are locked, because the master key cannot be read. Until it can, the gateway refuses requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied, %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not unlocked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment files (*.env .env);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1, readable by you alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::Waterfall</name>
    <message>
        <source>Attempts of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attempt yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered from the cache: no provider was called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider was called</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The understudy for your models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a model provider fails, the next one in your list answers. Your application notices nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a failover now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key needed. Two simulated models: the first one fails, the second one answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add my provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect DeepSeek, SiliconFlow or any other provider, and get one address for your applications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a configuration file, a curl command that works, or an .env file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer. No account, no telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::Wiring</name>
    <message numerus="yes">
        <source>%n channel(s) tripped</source>
        <translation>
            <numerusform>%n channel tripped</numerusform>
            <numerusform>%n channels tripped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed request(s) in the last hour</source>
        <translation>
            <numerusform>%n failed request in the last hour</numerusform>
            <numerusform>%n failed requests in the last hour</numerusform>
        </translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failover defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy and logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::WorstCaseBar</name>
    <message>
        <source>Worst case: no model chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst case: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed attempts may be billed by the provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>understudy::words</name>
    <message numerus="yes">
        <source>%n model(s) × (1 + %1) × %2 = %3</source>
        <translation>
            <numerusform>%n model × (1 + %1) × %2 = %3</numerusform>
            <numerusform>%n models × (1 + %1) × %2 = %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s) did not say what they cost.</source>
        <translation>
            <numerusform>%n failed attempt did not say what they cost.</numerusform>
            <numerusform>%n failed attempts did not say what they cost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your application got an error: %n attempt(s) in %1, and none gave an answer.</source>
        <translation>
            <numerusform>Your application got an error: %n attempt in %1, and none gave an answer.</numerusform>
            <numerusform>Your application got an error: %n attempts in %1, and none gave an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needed %n attempt(s) and %1.</source>
        <translation>
            <numerusform>It needed %n attempt and %1.</numerusform>
            <numerusform>It needed %n attempts and %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on this computer is really called: about %n request(s).</source>
        <translation>
            <numerusform>%1 on this computer is really called: about %n request.</numerusform>
            <numerusform>%1 on this computer is really called: about %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is really called where the models before it fail: at most %n request(s) that cost tokens.</source>
        <translation>
            <numerusform>%1 is really called where the models before it fail: at most %n request that cost tokens.</numerusform>
            <numerusform>%1 is really called where the models before it fail: at most %n requests that cost tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is really called: about %n request(s) that cost tokens.</source>
        <translation>
            <numerusform>%1 is really called: about %n request that cost tokens.</numerusform>
            <numerusform>%1 is really called: about %n requests that cost tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n request(s) it was left out while it rested.</source>
        <translation>
            <numerusform>In %n request it was left out while it rested.</numerusform>
            <numerusform>In %n requests it was left out while it rested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: not as expected. Played was “%2”, and %n attempt(s) ended otherwise: %3.</source>
        <translation>
            <numerusform>%1: not as expected. Played was “%2”, and %n attempt ended otherwise: %3.</numerusform>
            <numerusform>%1: not as expected. Played was “%2”, and %n attempts ended otherwise: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: answered %n time(s), as expected.</source>
        <translation>
            <numerusform>%1: answered %n time, as expected.</numerusform>
            <numerusform>%1: answered %n times, as expected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not as expected: %1 of %n request(s) ended otherwise than this chain promises.</source>
        <translation>
            <numerusform>Not as expected: %1 of %n request ended otherwise than this chain promises.</numerusform>
            <numerusform>Not as expected: %1 of %n requests ended otherwise than this chain promises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed: your application got a whole answer to each of %n request(s).</source>
        <translation>
            <numerusform>Passed: your application got a whole answer to each of %n request.</numerusform>
            <numerusform>Passed: your application got a whole answer to each of %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As expected: %1 of %n request(s) got a whole answer, the others broke off in mid-stream.</source>
        <translation>
            <numerusform>As expected: %1 of %n request got a whole answer, the others broke off in mid-stream.</numerusform>
            <numerusform>As expected: %1 of %n requests got a whole answer, the others broke off in mid-stream.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As expected: %1 of %n request(s) got a whole answer, the others an error.</source>
        <translation>
            <numerusform>As expected: %1 of %n request got a whole answer, the others an error.</numerusform>
            <numerusform>As expected: %1 of %n requests got a whole answer, the others an error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: played “%2”, and %n attempt(s) ended as expected (%3).</source>
        <translation>
            <numerusform>%1: played “%2”, and %n attempt ended as expected (%3).</numerusform>
            <numerusform>%1: played “%2”, and %n attempts ended as expected (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n request(s), %2 at a time · %3</source>
        <comment>when, how many, how many at once, how</comment>
        <translation>
            <numerusform>%1 · %n request, %2 at a time · %3</numerusform>
            <numerusform>%1 · %n requests, %2 at a time · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: another type (%2), never stands in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its channel is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot be called now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto · the whole chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: stands before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model of this key can answer a chat request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls only %1: no backup steps in from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls %1, in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not begin or end with a blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contains a character that cannot be shown. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another channel of this provider has this name. Choose a different one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After env: stands the name of an environment variable, of letters, digits and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not set here. It must be set where the gateway runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the environment when the gateway loads its configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the provider&apos;s console. It is kept encrypted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a gateway key of this program, not a provider key. Paste the key that the provider&apos;s console gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a blank inside. Copy the key again, as a whole and without the text around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only letters, digits and signs can be sent to a provider. Copy the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a key of %1, not of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of %1 usually begin with %2. Test the channel before you rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed: everything before /chat/completions, such as https://llm.example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not hold a user or password. Give the key in its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must not have a part after ? or #. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be an address such as https://llm.example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain http to another computer: the key can be read on the way. Use https unless you trust this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most providers have a version at the end, such as /v1. The address is used as it is; test it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be an address such as http://proxy.example.com:3128 or socks5://127.0.0.1:1080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header %1 stands twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be an extra header: it is no valid name, or the gateway sets it itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of %1 must be printable ASCII characters without blanks at the ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the stored secrets are locked. Unlock them under Settings, Secrets; then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the configuration was changed elsewhere in the meantime. (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the data cannot be written now. Try again in a moment. (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>channel (provider)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider is called: Understudy itself plays every place of the chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider is called: simulated models give the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it fails, %1 is called as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failover drill of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <comment>that it took</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 whole</source>
        <comment>HTTP status of a whole answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, broken off</source>
        <comment>HTTP status of an answer that broke off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>no answer came</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2/%3</source>
        <comment>primary, channel/model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: left out, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed: your application got a whole answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As expected, your application got only the beginning of an answer, and was told so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As expected, your application got an error: no model of the chain could answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP %1, broken off × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application saw: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first output a part of the answer is with your application already, and another model would begin anew. So the gateway ends the stream with an error and without the end mark, and never passes it off as whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has one model: nothing stands in for it. Give it a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model that could be called was made to fail. A backup at another provider, or a built-in model at the end, would have answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was tripped and rests for another %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was tripped and is being probed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In earnest a person would have to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was tripped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models tripped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else was played then, or the chain was another one: the figures cannot be compared one to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuses the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>401, credential refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>402, balance used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>429, too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>500, internal error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>503, not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers without output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks off mid-answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls silent mid-answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error inside a 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>really called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried again, then the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the timeout, then the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stream cannot be rescued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer, unless the key objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer, if the timeout allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed: the model is really called and gives the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens there, as when a server is down. The gateway tries again, then calls the next model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address does not exist, as with a mistyped base URL. The gateway tries again, then calls the next model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential is refused. Trying again could not help: the next model is called at once, and this one rests for minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance is used up. Trying again could not help: the next model is called at once, and this one rests for minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for a pause. The gateway does not wait: the next model is called at once, and this one rests as long as it asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has an error of its own. The gateway tries again, then calls the next model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is overloaded or under maintenance. The gateway tries again, then calls the next model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the request and never answers. Only the timeout ends that; then the next model is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers with signs of life and never with an output. They do not stop the timeout; then the next model is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection breaks after the first output. A stream has begun by then and cannot be rescued; an answer in one piece can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says nothing more after the first output. A stream has begun by then and cannot be rescued; an answer in one piece can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends without its end mark. The gateway never passes that off as a whole answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer cannot be read. A 200 alone is no success: the next model is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole answer with nothing in it. It counts as an answer, unless the key says that empty answers are failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says 200 and means an error. The gateway looks inside and calls the next model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers late. Within the timeout that is an answer; beyond it the next model is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit storm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dies in mid-stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The primary model answers 503; a backup shall step in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The primary model gives no output; a backup shall step in after the timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model but the last one answers 429; the last one shall step in without waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model answers 503; the client shall get an honest error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The primary model breaks off after its first output; the client shall learn that its answer is not whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1”. Text with a colon needs quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something to look for is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: one value only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is none of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number: write %1:value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a unit: %1ms or %1s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time: write 30m, 1h, 7d, today, yesterday or a date (2026-11-01).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the gateway access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model that was asked for or answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel that was called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the client got: answered, failed, 5xx, 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP code of any attempt: 429, 5xx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what became of any attempt: timeout, rate_limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why a model was not called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live, drill or cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interface: chat, embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streamed or not: yes, no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved by a retry or a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the cache or not: hit, miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long it took: 500ms, 10s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time to the first output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not older than: 1h, today, 2026-11-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not newer than: 1h, yesterday, 2026-11-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy; half of the last answers came within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded: %1 of the last %2 calls failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the credential or the balance is used up. Mend it there, then test the channel; until then it is skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker tripped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tripped, probe in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The circuit breaker tripped after failures in a row; one request will probe it in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suspension is over; the next request probes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last connection test failed and nothing was answered since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither tested nor used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: chains skip it until it is resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only letters, digits, Chinese characters, _ and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another key has this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line breaks or control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no address such as 192.168.1.20 or network such as 192.168.1.0/24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one model: no failover possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models use the same channel: one outage stops all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one model of type %1: nothing can stand in for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired on %1; requests with it are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused; requests with it are refused until it is resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s limit of %1 tokens is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month&apos;s limit of %1 tokens is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On; it expires on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cut at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reverse proxies after 60 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node&apos;s fetch after 300 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI&apos;s SDKs after 600 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May give up before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests this minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 (%4 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network interface is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name is found: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages came in place of answers: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirects came in place of answers: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s proxy is another one than when providers answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer slept for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other providers answered meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer was offline, so the channel is not blamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network wanted a login first, so the channel is not blamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s proxy had changed, so the channel is not blamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer had just woken from sleep, so the channel is not blamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens the failed attempts cost is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 tokens were spent for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens were spent for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failed attempts cost no tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application got an error: no candidate of the key could be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application got an error: the gateway refused the request with HTTP %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application got the provider&apos;s refusal: another model would have refused the same request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application got an answer from the cache in %1. No provider was called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application got an answer at the first attempt, after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application got an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stepped in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, HTTP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered after a retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application got only the beginning of an answer: the stream of %1 broke off after %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your application left after %1, before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) was skipped: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed again (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credential refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave no output in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave a broken answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is overloaded or had an error of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said “too many requests”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said that the quota or balance is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused the credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not have this model now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered with a redirect, which is never followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused the request itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said that the request is longer than its context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused the content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was stopped because the client left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer went to the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a retry was left for this candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its retries were used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying it again could not help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asked for a longer pause than is worth waiting while others are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another try would have left the next candidate less than one full timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the deadline of the request had passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another provider would refuse the same request; its error went to the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key&apos;s policy does not look for another opinion; the refusal went to the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a candidate with a larger context follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no candidate with a larger context follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody waits for the answer any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gateway was stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client had already seen the beginning of this answer, so nobody could step in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kept-open connection had closed before any byte; that try is repeated for free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not know stream_options; repeated without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key&apos;s policy says to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no candidate is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its type differs from that of the model where the chain starts, or does not fit the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its channel is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key&apos;s free tokens are used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a limit of its channel was reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it failed several times in a row and is suspended for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the environment variable of its channel&apos;s credential is not set where the gateway runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its context is not larger than that of the candidate that said “too long”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried again: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to the next candidate: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first output after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) %3 (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered from the cache in %1; no provider was called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by %1 in %2; tokens: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: after %1 the client got HTTP %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: after %1 the client got HTTP %2 with the code %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted: the stream of %1 broke after the client had seen output, so nobody could step in; the client was told inside the stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: the client left after %1; the provider&apos;s call was stopped at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server accepts connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted, and the certificate is valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider accepts the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ticked models are offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked by itself: plain http, or through a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider has no list to sign in with; the answer tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider offers no list of models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked for, or no ticked model can answer cheaply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list of models at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some providers have none. If the answer fails too, check the base URL with its version (/v1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every ticked model is in the provider&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick them, or open them in the provider&apos;s console. Some lists are not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was reached but refused this tiny request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real requests may still work; some models do not take a limit of one token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed, with something to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address was found for the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host in the base URL for typing errors, and that this computer has a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date of this computer, the host of the base URL, and whether a company proxy with its own certificate stands between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again later. If it stays so, check the network, a firewall, and whether a proxy is needed (Advanced).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the server running, and is the port in the base URL right? Check the network, a firewall, and whether a proxy is needed (Advanced).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider rejected the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a key of %1 and its region, copied whole, and not expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance or quota of the account is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up the account or raise its quota in the provider&apos;s console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider limits the calls of this account just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute and test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has trouble or is overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its status page and test again later. The channel can be saved all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not offer this model to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name with Fetch List, and whether it must be opened in the provider&apos;s console first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address leads to another one, which is never followed with a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address that it leads to as base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered is no OpenAI-compatible interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL with its version (/v1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base URL and the names of the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-token answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(“%1”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multimodal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rerank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
