// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace understudy::cli {

class Session;

// One function a command; each prints its own errors and gives the exit code. What they take is in CommandTable.
int runServe(Session &session);
int runImport(Session &session);
int runExport(Session &session);
int runProviderList(Session &session);
int runProviderAdd(Session &session);
int runProviderRemove(Session &session);
int runChannelAdd(Session &session);
int runChannelList(Session &session);
int runChannelTest(Session &session);
int runChannelPause(Session &session);
int runChannelRemove(Session &session);
int runKeyCreate(Session &session);
int runKeyList(Session &session);
int runKeyShow(Session &session);
int runKeyPause(Session &session);
int runKeyReset(Session &session);
int runKeyRemove(Session &session);
int runVaultShow(Session &session);
int runVaultMove(Session &session);
int runVaultRotate(Session &session);
int runBackup(Session &session);
int runRestore(Session &session);
int runSnippet(Session &session);
int runUsage(Session &session);
int runLog(Session &session);
int runLogClearing(Session &session); ///< log --clear
int runRetention(Session &session);
int runExplain(Session &session);
int runDrill(Session &session);
int runDoctor(Session &session);

} // namespace understudy::cli
