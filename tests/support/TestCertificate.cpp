// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestCertificate.h"

namespace understudy::test {

namespace {

// Made for these tests only (self-signed, valid until 2126); nothing trusts it but the tests themselves.
constexpr char certificatePem[] = R"(
-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUXqQmSwd/On95FRBmY75GBiDvEGAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDA4NTMzMloYDzIxMjYxMDMx
MDg1MzMyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQXSqZ8MK91JjRvJtdBJPDFMesvFERMtA9BQL9GTsfDx4ScJjRM1B5c
5BdxZZce8TptLx1Nkzuu+sS+FS6P9KHgo28wbTAdBgNVHQ4EFgQUc1WT4RRbj1QC
2aMV0dNQXV8yAD4wHwYDVR0jBBgwFoAUc1WT4RRbj1QC2aMV0dNQXV8yAD4wGgYD
VR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDRwAwRAIgQ+pRDPz941GlK/VAfxoawwj8hZTDY2UkNThWFSWCmUYCIGOO
ZOfH8gEaraUiNYkXGxoVbO3Bfd51oBEhDxRFR3+I
-----END CERTIFICATE-----
)";

constexpr char keyPem[] = R"(
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggCzkntiurGRyPO+W
QynS5WAgzFFmv8DttuTR/dB1qNyhRANCAAQXSqZ8MK91JjRvJtdBJPDFMesvFERM
tA9BQL9GTsfDx4ScJjRM1B5c5BdxZZce8TptLx1Nkzuu+sS+FS6P9KHg
-----END PRIVATE KEY-----
)";

} // namespace

QSslCertificate testCertificate() { return QSslCertificate(QByteArray(certificatePem).trimmed()); }

QSslKey testCertificateKey() { return QSslKey(QByteArray(keyPem).trimmed(), QSsl::Ec); }

} // namespace understudy::test
