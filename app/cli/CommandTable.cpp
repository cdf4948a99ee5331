// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandTable.h"

#include "cli/Commands.h"

namespace understudy::cli {

namespace {

const CommandSpec serve{
    "serve",
    "Run the gateway until SIGTERM or Ctrl-C.",
    "Clients talk to it as to OpenAI: base URL http://ADDR:PORT/v1 and a gateway key (see “key create”) as API key. When a model fails, the next one "
    "of the key's chain answers.\n\n"
    "The first line on standard output is “listening on http://ADDR:PORT/v1”; with --json it is one object {\"ready\":true,\"baseUrl\",\"database\",\"pid\"}. "
    "From then on requests are answered.\n\n"
    "The other commands work beside it; what they change is used from the next request on, without disturbing running streams. SIGTERM lets running "
    "answers finish (settings.limits.drainMs, 10 s), writes the ledger and exits with 0; a second signal ends them now, a third ends the process at once. Exit code 3: another process "
    "owns this data directory.",
    {},
    {{"listen", "ADDR:PORT", "listen here instead of settings.listen (127.0.0.1:17177), this time only; port 0 takes any free port"},
     {"config", "FILE", "import this configuration first, or - for standard input: all of it, or nothing is written and nothing starts"},
     {"passphrase-from", "SOURCE", "env:NAME or file:PATH, for a --config file with sealed secrets"},
     {"demo", nullptr, "try it with nothing configured: makes the key “demo” (once) with two simulated models, the first of which fails in turns, and "
                       "prints a curl line to paste"}},
    {"serve --demo", "serve --listen 0.0.0.0:8080", "serve --config team.json --data-dir /var/lib/understudy"},
    runServe};

const CommandSpec importCommand{
    "import",
    "Take over a configuration file: providers, channels, keys, settings.",
    "What the file names is added or replaced; what it does not name stays. Secrets that it leaves out stay as they are. The whole is checked "
    "first: a mistake is told with its path (keys[0].policy.retries), and then nothing is written. Importing the same file again changes nothing.\n\n"
    "Credentials in a file may be literal, env:NAME (read when the gateway loads), or sealed by “export --seal”.",
    {{"FILE", "the configuration file, or - for standard input"}},
    {{"passphrase-from", "SOURCE", "env:NAME or file:PATH for sealed secrets; default: asked on the terminal"}},
    {"import team.json", "cat team.json | understudy-cli import -"},
    runImport};

const CommandSpec exportCommand{
    "export",
    "Print the configuration as a file that “import” reads.",
    "Importing it gives the same state. Secrets are left out, unless --seal encrypts them with a passphrase (Argon2id, XChaCha20-Poly1305); names of "
    "environment variables are not secret and always there.",
    {},
    {{"seal", nullptr, "include the secrets, sealed with a passphrase"},
     {"passphrase-from", "SOURCE", "env:NAME or file:PATH; default: asked on the terminal, twice"}},
    {"export > team.json", "export --seal --passphrase-from env:BACKUP_PASSPHRASE > backup.json"},
    runExport};

const CommandSpec providerList{
    "provider list",
    "List the platforms that a channel can use, or the models of one.",
    "Catalogue providers are shipped with the program, custom ones are yours. “built-in” holds the simulated demo models, which need no channel.",
    {{"ID", "show the models of this provider", false}},
    {},
    {"provider list", "provider list siliconflow"},
    runProviderList};

const CommandSpec providerAdd{
    "provider add",
    "Add a platform of your own, for instance a self-hosted vLLM.",
    "The base URL is everything before “/chat/completions”, with its version segment. Types (chat, reasoning, embedding …) are guessed from the "
    "model's name; models of different types never stand in for each other, so correct a wrong guess with --type.",
    {{"ID", "a short name: small letters, digits and -"}},
    {{"base-url", "URL", "such as https://llm.example.com/v1 (needed)"},
     {"name", "TEXT", "what people call it; default: the ID"},
     {"dialect", "NAME", "how it differs from OpenAI; default: openai"},
     {"model", "MODEL", "a model it serves", true},
     {"type", "MODEL=TYPE", "what a model is: chat, reasoning, multimodal, embedding, image, speech, transcription, rerank", true},
     {"replace", nullptr, "change the provider if it exists"}},
    {"provider add lab --base-url http://10.0.0.5:8000/v1 --model qwen2.5-32b-instruct"},
    runProviderAdd};

const CommandSpec providerRemove{
    "provider remove",
    "Remove a platform of your own.",
    "Refused while channels use it.",
    {{"ID", "the provider"}},
    {},
    {"provider remove lab"},
    runProviderRemove};

const CommandSpec channelAdd{
    "channel add",
    "Connect a provider: its credential and the models it opens.",
    "The credential never stands on the command line. Without --credential you are asked on a terminal; in a pipe, the first line of standard "
    "input is taken. It is stored encrypted. With env:NAME only the name is stored, and the gateway reads the variable.\n\n"
    "Then try it with “channel test ID”.",
    {{"ID", "a short name: small letters, digits and -; it stands before the model in chains (ID/MODEL)"}},
    {{"provider", "ID", "one of “provider list” (needed)"},
     {"credential", "SOURCE", "env:NAME, - (standard input) or prompt"},
     {"model", "MODEL", "a model it opens; default: all of the provider", true},
     {"type", "MODEL=TYPE", "your own word on a model's type", true},
     {"name", "TEXT", "what people call it; default: the ID"},
     {"description", "TEXT", "at most 128 characters"},
     {"proxy", "URL", "system (default), none, or http:// or socks5:// without user and password"},
     {"parallel", "N", "calls at once"},
     {"requests-per-minute", "N", "calls each minute"},
     {"tokens-per-month", "N", "tokens each month (UTC)"},
     {"paused", nullptr, "do not use it yet"},
     {"no-auto-test", nullptr, "background checks must not call it"},
     {"auto-test", nullptr, "with --replace: background checks may call it again"},
     {"replace", nullptr, "change the channel if it exists; without --credential its credential stays"}},
    {"channel add sf --provider siliconflow", "channel add sf --provider siliconflow --credential env:SILICONFLOW_API_KEY",
     "pass show sf | understudy-cli channel add sf --provider siliconflow --credential -"},
    runChannelAdd};

const CommandSpec channelList{
    "channel list",
    "List the connected providers.",
    "Credentials are shown masked. Which keys use a channel is in the last column.",
    {},
    {},
    {"channel list", "channel list --json"},
    runChannelList};

const CommandSpec channelTest{
    "channel test",
    "Try a channel step by step: name, connection, TLS, sign-in, models, one tiny answer.",
    "Each step says how long it took; the first that fails says why and what to do. The last step asks one model for one token and may cost a "
    "fraction of a cent; --no-completion leaves it out. Exit code 1 when a step fails. A passed test makes a running gateway use the channel again "
    "at once if it was suspended.",
    {{"ID", "the channel"}},
    {{"model", "MODEL", "which model the last step asks; default: the first chat or reasoning model"},
     {"no-completion", nullptr, "without the last step"},
     {"timeout", "DURATION", "for each step; default: 15s"}},
    {"channel test sf", "channel test sf --no-completion --json"},
    runChannelTest};

const CommandSpec channelPause{
    "channel pause",
    "Stop using a channel, or use it again.",
    "Chains that name it skip it and go on with the next candidate. Running answers are finished; the credential is kept.",
    {{"ID", "the channel"}},
    {{"resume", nullptr, "use it again"}},
    {"channel pause sf", "channel pause sf --resume"},
    runChannelPause};

const CommandSpec channelRemove{
    "channel remove",
    "Disconnect a channel and forget its credential.",
    "Refused while chains use it, with the names of the keys; --force takes it out of their chains (a chain never becomes empty).",
    {{"ID", "the channel"}},
    {{"force", nullptr, "also take it out of the chains that use it"}},
    {"channel remove sf"},
    runChannelRemove};

const std::vector<OptionSpec> keyOptions{
    {"model", "CHANNEL/MODEL", "a candidate; the first is the primary, the others step in in this order (a MODEL alone if one channel opens it)", true},
    {"description", "TEXT", "at most 128 characters"},
    {"secret", "SOURCE", "your own secret of at least 20 characters: env:NAME, - (standard input) or prompt; default: a new one is made"},
    {"retries", "N", "more tries of a candidate that failed, 0 to 3; default: 1"},
    {"timeout", "DURATION", "for one try (streaming: until the first output); default: 60s, 180s with a reasoning model"},
    {"first-output-timeout", "DURATION", "streaming only; default: the timeout"},
    {"idle-timeout", "DURATION", "longest silence inside a stream; default: 60s"},
    {"deadline", "DURATION", "for all tries together; default: 590s"},
    {"connect-timeout", "DURATION", "part of the timeout; default: 10s"},
    {"backoff", "DURATION", "pause before a retry, doubling; default: 100ms"},
    {"cache", "DURATION", "answer identical requests from memory for so long; default: off"},
    {"no-breaker", nullptr, "never skip a candidate because it failed before"},
    {"breaker-failures", "N", "failures in a row until a candidate is suspended; default: 3"},
    {"breaker-suspend", "DURATION", "first suspension, doubling up to 5m; default: 15s"},
    {"fail-over-on", "OUTCOME", "content_filtered or caller_fault: also go on after these", true},
    {"empty-answer-fails", nullptr, "an empty answer counts as a failure"},
    {"record-content", nullptr, "keep prompts and answers in the log (they are not kept by default)"},
    {"free-tokens", "N", "allowance for built-in models; default: 500k"},
    {"expires", "DATE", "such as 2026-12-31 or 2026-12-31T18:00:00Z"},
    {"requests-per-minute", "N", "limit for this key"},
    {"tokens-per-day", "N", "limit for this key (UTC days)"},
    {"tokens-per-month", "N", "limit for this key (UTC months)"},
    {"address", "ADDRESS", "a client address or network (10.0.0.0/8) that may use it; default: any", true},
};

const CommandSpec keyCreate{
    "key create",
    "Make a gateway key: the secret for clients, with its chain of models.",
    "The order of --model is the order of calls. Only models of one type stand in for each other: reasoning for reasoning, chat for chat. Good "
    "chains mix providers and end with a smaller or local model that is always there.\n\n"
    "The secret is printed once, alone, on standard output; “key show NAME --reveal” shows it again.",
    {{"NAME", "1 to 32 letters, digits, Chinese characters, _ or -"}},
    keyOptions,
    {"key create app --model sf/deepseek-ai/DeepSeek-R1 --model built-in/demo/DeepSeek-R1-Distill-Qwen-7B",
     "export OPENAI_API_KEY=$(understudy-cli key create ci --model sf/deepseek-ai/DeepSeek-V3 --retries 2 --timeout 30s)"},
    runKeyCreate};

const CommandSpec keyList{"key list", "List the gateway keys and their chains.", "Secrets are masked; “key show NAME --reveal” shows one.", {}, {}, {"key list"}, runKeyList};

const CommandSpec keyShow{
    "key show",
    "Show one key: chain, policy, worst case, use.",
    "The worst case is how long a client may wait until the last candidate has failed; clients need more patience than that.",
    {{"NAME", "the key"}},
    {{"reveal", nullptr, "show the secret"}},
    {"key show app", "key show app --reveal"},
    runKeyShow};

const CommandSpec keyPause{
    "key pause",
    "Stop a key from working, or let it work again.",
    "Clients get 403 key_disabled. Running answers are finished.",
    {{"NAME", "the key"}},
    {{"resume", nullptr, "let it work again"}},
    {"key pause app", "key pause app --resume"},
    runKeyPause};

const CommandSpec keyReset{
    "key reset",
    "Give a key a new secret; the old one stops working at once.",
    "Chain, policy and use stay. The new secret is printed once, alone, on standard output.",
    {{"NAME", "the key"}},
    {{"secret", "SOURCE", "your own secret: env:NAME, - (standard input) or prompt; default: a new one is made"}},
    {"key reset app"},
    runKeyReset};

const CommandSpec keyRemove{"key remove", "Remove a key; its secret stops working at once.", "Its rows stay in the log.", {{"NAME", "the key"}}, {}, {"key remove app"}, runKeyRemove};

const CommandSpec vaultShow{
    "vault show",
    "Tell where the master key comes from that the stored secrets are encrypted with.",
    "Shows no key. “file” is master.key in the data directory, “passphrase” is asked of UNDERSTUDY_PASSPHRASE_FILE, “keyring” is the system's.",
    {},
    {},
    {"vault show"},
    runVaultShow};

const CommandSpec vaultMove{
    "vault move",
    "Change where the master key comes from.",
    "Between file and keyring the key stays and only moves. To or from a passphrase, or to another one, there is a new key, and every stored secret is "
    "encrypted anew, all or nothing; backups of the database need the old key. A gateway that runs on a passphrase must find the new one in its "
    "UNDERSTUDY_PASSPHRASE_FILE, else it is locked until it is started with it. Replicas share the passphrase or the file.",
    {},
    {{"to", "PLACE", "file, passphrase or keyring (needed)"},
     {"passphrase-from", "SOURCE", "env:NAME or file:PATH of the new passphrase; default: asked on the terminal, twice"}},
    {"vault move --to keyring", "vault move --to passphrase --passphrase-from file:/etc/understudy/passphrase"},
    runVaultMove};

const CommandSpec vaultRotate{
    "vault rotate",
    "Make a new master key and encrypt every stored secret anew with it.",
    "All or nothing: whatever happens on the way, the old or the new key opens everything. A running gateway goes on with the new key. The key file "
    "is replaced: who keeps backups of the database keeps a copy of the old file with them, and replicas are locked until they have the new one. "
    "Copies that somebody took before still open with the old key: after a theft, replace the providers' keys too.",
    {},
    {{"passphrase-from", "SOURCE", "env:NAME or file:PATH of the new passphrase, where one is used; default: asked on the terminal, twice"}},
    {"vault rotate"},
    runVaultRotate};

const CommandSpec backup{
    "backup",
    "Write a whole copy of the database into a file.",
    "Works beside a running gateway and never overwrites a file. Secrets stay encrypted in it, so keep the master key with it (vault show says where it "
    "is). SQLite only; PostgreSQL has pg_dump.",
    {{"FILE", "the file to write; must not be there yet"}},
    {},
    {"backup understudy-monday.db"},
    runBackup};

const CommandSpec restore{
    "restore",
    "Put a backup, or an empty database, in the place of the present one.",
    "For a damaged database, or to go back. The present file is kept beside it as FILE.aside-DATE. A backup from before an update "
    "(understudy.db.before-NNNN in the data directory) is brought up to date. No gateway may be running. SQLite only.",
    {{"BACKUP", "what “backup” wrote, or understudy.db.before-NNNN", false}},
    {{"empty", nullptr, "begin anew instead"}},
    {"restore understudy-monday.db", "restore --empty"},
    runRestore};

const CommandSpec snippetCommand{
    "snippet",
    "Print a program that calls the gateway, ready to run.",
    "The secret is read from OPENAI_API_KEY, unless --fill-in puts it into the text. The base URL is that of the running gateway, else of the "
    "settings.",
    {{"KEY", "name of the key"}},
    {{"language", "LANGUAGE", "curl (default), powershell, python, node or env"},
     {"model", "MODEL", "where the chain starts; default: auto, the whole chain"},
     {"stream", nullptr, "with a streamed answer"},
     {"prompt", "TEXT", "what is asked"},
     {"fill-in", nullptr, "with the secret inside"}},
    {"snippet app", "snippet app --language python --stream"},
    runSnippet};

const CommandSpec usageCommand{
    "usage",
    "Show requests and tokens, by key and by provider.",
    "Keys count what clients were told: the answering attempts. Providers count all attempts, as their bill does. Attempts whose provider did not "
    "say are counted as unknown, never as 0 tokens. ≈603 is or has an estimate; “603 + unknown” is what is known beside answers or attempts whose tokens "
    "nobody told. LOST is of failed attempts, LEFT of calls that their client left.\n\n"
    "With --json: requests, promptTokens, completionTokens, totalTokens, freeTokensUsed, unknownAnswers, estimatedAnswers (of answers); attempts, "
    "failedAttempts, unknownAttempts, estimatedAttempts, answeredTokens, lostTokens, leftTokens (of attempts); cacheHits, cacheSavedTokens; byKey, byProvider. "
    "Sums lack what is unknown, so look at unknownAnswers and unknownAttempts beside them.",
    {},
    {{"key", "NAME", "one key only"}, {"since", "TIME", "an age (30m, 7d), today, a date or a date with time; default: from the beginning"}},
    {"usage --since today", "usage --key app --json"},
    runUsage};

const CommandSpec logCommand{
    "log",
    "Show the requests, one a line, with their way through the chain.",
    "✕ failed, ⟳ the same model again, ⇢ on to the next, ✓ answered, ○ skipped: “✕32B ⟳✕32B ⇢ ✓7B” is a primary that failed twice and a backup "
    "that stepped in. ≈ is an estimate; unknown tokens are those that nobody told, – is a request without an answer. “explain ID” tells one request in full. With --json: one object a line.",
    {},
    {{"follow", nullptr, "wait for more; ends with Ctrl-C; above 2,000 requests a second they come when it is calmer"},
     {"since", "TIME", "an age (30m, 7d), today, a date or a date with time; default: from the beginning, with --follow: from now on"},
     {"key", "NAME", "one key only"},
     {"filter", "EXPR", "those that fulfil all terms: “status:failed”, “saved:backup”, “attempts>1”, “-kind:drill”, “outcome:timeout”, “model:7b” (asked for, served or called), “key:app” (or a key's whole id) or words; see the help on the request log"},
     {"limit", "N", "the last N only"},
     {"format", "FORMAT", "text (default), json (as --json), csv or har"},
     {"clear", nullptr, "delete every request that is in the log now, with recorded contents; usage statistics, free tokens and limits stay. Asks on a terminal"},
     {"yes", nullptr, "with --clear: without asking"}},
    {"log --since 1h", "log --follow", "log --filter 'status:5xx attempts>1' --limit 20", "log --since 7d --format csv > week.csv"},
    runLog};

const CommandSpec retention{
    "retention",
    "Show or set how long requests stay in the log.",
    "The gateway deletes the oldest ones while it works; usage statistics stay, whatever is deleted. 0 means without limit. “log --clear” deletes all at once.",
    {},
    {{"days", "N", "keep requests so long; default: 90"},
     {"megabytes", "N", "largest size of the database; when it is larger, the oldest requests go first. SQLite only; default: 1024"},
     {"content-days", "N", "keep recorded prompts and answers so long; default: 7"}},
    {"retention", "retention --days 30 --megabytes 2000"},
    runRetention};

const CommandSpec explain{
    "explain",
    "Tell what happened to one request, step by step, and why.",
    "Every answer of the gateway carries its id in the header x-request-id; “log” shows it too. The reasons are those that the gateway itself "
    "noted when it decided.",
    {{"REQUEST-ID", "the id"}},
    {},
    {"explain req_01M86E7TJP7EA4AKQQXTPQ3QWT"},
    runExplain};

const CommandSpec drill{
    "drill",
    "Play a failure with a key's chain, and see what its clients would have seen.",
    "A gateway of the drill's own gets the key's chain and policy; models that shall fail are replaced by a server on this machine that fails as asked. "
    "Nothing else notices: not the running gateway, its breakers and limits, nor the usage; the log has the requests, marked as drills. Models that stay healthy are really called and cost tokens; "
    "because of that, they need --yes. The built-in models cost nothing.\n\n"
    "Presets: primary-down (the default), primary-slow, rate-limit-storm, everything-down, dies-mid-stream. Faults: healthy, refused, "
    "name_not_found, 401, 402, 429, 500, 503, silent_before_head, silent_before_output, reset, stalled, cut_off, malformed_json, empty_answer, "
    "error_inside_200, slow, slow_stream.\n\n"
    "Exit code 0 when every client saw what --expect says (or nothing is expected), 1 when not, 2 when --yes is missing. The last run of each plan is kept "
    "in the data directory, and the next one says what has changed.",
    {{"KEY", "the key's name"}},
    {{"preset", "NAME", "which models fail, and how; default: primary-down, unless there is a --fault"},
     {"fault", "PLACE=WORD", "how one model fails; PLACE is its number in the chain, from 1 on, or CHANNEL/MODEL", true},
     {"requests", "N", "how many, up to 1000; default: 1"},
     {"parallel", "N", "at the same time, up to 50; default: 1"},
     {"no-stream", nullptr, "ask for whole answers"},
     {"prompt", "TEXT", "what is asked"},
     {"timeout", "DURATION", "how long the gateway waits for a model, so that a drill is quick; default: 3s"},
     {"own-timeouts", nullptr, "wait as long as the key says"},
     {"expect", "WHAT", "what every client shall see: an HTTP status (200: with a whole answer), complete, failed or interrupted"},
     {"report", "FILE", "write the report, as .html or .json"},
     {"yes", nullptr, "healthy models of providers may be called and cost tokens"}},
    {"drill demo --preset primary-down --expect 200", "drill app --fault 1=429 --fault 2=reset --requests 20 --parallel 5 --yes --report drill.html"},
    runDrill};

const CommandSpec doctor{
    "doctor",
    "Check this installation and say what to repair.",
    "Folder and rights, database, secrets, port, keyring, configuration. Changes nothing and calls no provider, unless --network tests every channel "
    "(without asking for an answer). Secrets are never shown, so the text can go into a bug report. Exit code 1 when something fails.",
    {},
    {{"network", nullptr, "also test every channel: name, connection, TLS, sign-in, models"}},
    {"doctor", "doctor --network"},
    runDoctor};

} // namespace

const std::vector<CommandSpec> &commandTable()
{
    static const std::vector<CommandSpec> table{serve,       importCommand, exportCommand, providerList, providerAdd,    providerRemove, channelAdd,
                                                channelList, channelTest,   channelPause,  channelRemove, keyCreate,    keyList,        keyShow,        keyPause,
                                                keyReset,    keyRemove,     vaultShow,     vaultMove, vaultRotate,    backup,        restore,     snippetCommand, usageCommand, logCommand,    retention,     explain,        drill,        doctor};
    return table;
}

} // namespace understudy::cli
