// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>

namespace understudy::test {

/// A self-signed certificate for "localhost" and 127.0.0.1.
QSslCertificate testCertificate();
QSslKey testCertificateKey();

} // namespace understudy::test
