// SPDX-License-Identifier: GPL-3.0-or-later
// The tutorial from a client's side, with real programs: understudy-cli, the official openai package, and the printed curl in a
// real shell. A stand-in for the third-party provider runs on loopback.
//
//   node tutorial.mjs UNDERSTUDY_CLI OPENAI_PACKAGE_FOLDER
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const [cli, packageFolder] = process.argv.slice(2);
const { default: OpenAI } = createRequire(path.join(packageFolder, "package.json"))("openai");

const primary = "deepseek-ai/DeepSeek-R1-Distill-Qwen-32B";
const backup = "demo/DeepSeek-R1-Distill-Qwen-7B";
const secret = "sk-us_openai-client-0000000000000000";
const messages = [{ role: "user", content: "你是谁？" }];

// The third-party provider: healthy, failing, or breaking off in the middle of its stream.
let mood = "healthy";
let calls = 0;
const usage = { prompt_tokens: 9, completion_tokens: 151, total_tokens: 160 };
const provider = http.createServer((request, response) => {
    let body = "";
    request.on("data", (bytes) => (body += bytes));
    request.on("end", () => {
        ++calls;
        const asked = JSON.parse(body);
        assert.equal(request.headers.authorization, "Bearer sk-third-party-0000");
        assert.equal(asked.model, primary);
        const chunk = (delta, reason = null) =>
            response.write(`data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 1, model: primary,
                choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`);
        if (mood === "down") {
            response.writeHead(503, { "Content-Type": "application/json" });
            response.end(JSON.stringify({ error: { message: "overloaded", type: "server_error" } }));
        } else if (asked.stream) {
            response.writeHead(200, { "Content-Type": "text/event-stream" });
            chunk({ role: "assistant", content: "" });
            chunk({ reasoning_content: "thinking" });
            chunk({ content: "Hel" });
            if (mood === "breaks")
                return setImmediate(() => request.socket.resetAndDestroy());
            chunk({ content: "lo" });
            chunk({}, "stop");
            if (asked.stream_options?.include_usage)
                response.write(`data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", choices: [], usage })}\n\n`);
            response.end("data: [DONE]\n\n");
        } else {
            response.writeHead(200, { "Content-Type": "application/json" });
            response.end(JSON.stringify({ id: "c", object: "chat.completion", created: 1, model: primary, usage,
                choices: [{ index: 0, message: { role: "assistant", content: "Hello" }, finish_reason: "stop" }] }));
        }
    });
});
provider.listen(0, "127.0.0.1");
await once(provider, "listening");

const folder = mkdtempSync(path.join(os.tmpdir(), "understudy-openai-"));
const data = path.join(folder, "data");
writeFileSync(path.join(folder, "config.json"), JSON.stringify({
    format: "understudy-config", version: 1,
    providers: [{ id: "third", name: "Third party", baseUrl: `http://127.0.0.1:${provider.address().port}/v1`,
                  models: [{ id: primary, type: "reasoning", size: 32 }] }],
    channels: [{ id: "third-1", provider: "third", name: "account", credential: "sk-third-party-0000", models: [primary] }],
    keys: [{ name: "tutorial", secret, chain: [{ channel: "third-1", model: primary }, { channel: "built-in", model: backup }],
             policy: { breaker: { enabled: false } } }],
}));
const gateway = spawn(cli, ["serve", "--config", path.join(folder, "config.json"), "--listen", "127.0.0.1:0", "--data-dir", data, "--json"],
                      { stdio: ["ignore", "pipe", "inherit"] });
const ready = JSON.parse((await once(gateway.stdout, "data")).toString().split("\n")[0]);
const client = new OpenAI({ apiKey: secret, baseURL: ready.baseUrl, maxRetries: 0 });
const command = async (...args) => JSON.parse((await run(cli, [...args, "--data-dir", data, "--json"])).stdout);
/** The ledger is written within a fraction of a second. */
const usageAfter = async (requests) => {
    for (;;) {
        const told = await command("usage");
        if (told.requests >= requests)
            return told;
    }
};

async function textOf(stream) {
    let text = "", chunks = [];
    for await (const chunk of stream) {
        chunks.push(chunk);
        text += chunk.choices[0]?.delta?.content ?? "";
    }
    return { text, chunks };
}

const steps = {
    async "example 1: the primary answers, 160 tokens, none of them free"() {
        const answer = await client.chat.completions.create({ model: primary, messages });
        assert.equal(answer.choices[0].message.content, "Hello");
        assert.equal(answer.usage.total_tokens, 160);
        const told = await usageAfter(1);
        assert.deepEqual([told.totalTokens, told.freeTokensUsed], [160, 0]);
    },
    async "example 1 streamed, without a usage chunk that nobody asked for"() {
        const { text, chunks } = await textOf(await client.chat.completions.create({ model: primary, messages, stream: true }));
        assert.equal(text, "Hello");
        assert.ok(chunks.every((chunk) => chunk.choices.length === 1));
        assert.equal((await usageAfter(2)).totalTokens, 320);
    },
    async "example 2: the primary fails, the built-in 7B answers with 603, all of them free"() {
        mood = "down";
        const before = calls;
        const answer = await client.chat.completions.create({ model: primary, messages });
        assert.equal(answer.model, backup);
        assert.equal(answer.usage.total_tokens, 603);
        assert.equal(calls - before, 2); // one retry
        const told = await usageAfter(3);
        assert.deepEqual([told.totalTokens, told.freeTokensUsed, told.failedAttempts], [923, 603, 2]);
    },
    async "a failing primary streamed: the client only sees the backup"() {
        const { text } = await textOf(await client.chat.completions.create({ model: primary, messages, stream: true }));
        assert.ok(text.length > 0 && !text.includes("Hello"));
    },
    async "a stream that breaks off is told as an error, never as a whole answer"() {
        mood = "breaks";
        const stream = await client.chat.completions.create({ model: primary, messages, stream: true });
        await assert.rejects(textOf(stream), (error) => /broke off|incomplete|interrupted/i.test(error.message));
    },
    async "models, embeddings, and errors of the package's own classes"() {
        mood = "healthy";
        const ids = (await client.models.list()).data.map((model) => model.id);
        assert.deepEqual(ids, [primary, backup]);
        await assert.rejects(client.chat.completions.create({ model: "nope", messages }), OpenAI.NotFoundError);
        const stranger = new OpenAI({ apiKey: "sk-us_stranger-00000000000000", baseURL: ready.baseUrl, maxRetries: 0 });
        await assert.rejects(stranger.models.list(), OpenAI.AuthenticationError);
    },
    async "the printed curl runs in a real shell"() {
        const { stdout: snippet } = await run(cli, ["snippet", "tutorial", "--model", primary, "--data-dir", data]);
        const { stdout } = await run("bash", ["-c", snippet], { env: { ...process.env, OPENAI_API_KEY: secret } });
        assert.equal(JSON.parse(stdout).usage.total_tokens, 160);
    },
    async "the log explains the failover"() {
        const lines = (await run(cli, ["log", "--data-dir", data, "--json"])).stdout.trim().split("\n").map((line) => JSON.parse(line));
        const rescued = lines.find((line) => line.attempts.length === 3);
        assert.equal(rescued.servedBy, `built-in/${backup}`);
        assert.deepEqual(rescued.attempts.map((attempt) => attempt.outcome), ["overloaded", "overloaded", "answered"]);
        const { stdout } = await run(cli, ["explain", rescued.id, "--data-dir", data]);
        assert.match(stdout, /Delivered/);
    },
};

let failed = 0;
for (const [name, step] of Object.entries(steps)) {
    try {
        await step();
        console.log(`ok - ${name}`);
    } catch (error) {
        ++failed;
        console.log(`FAILED - ${name}\n${error.stack}`);
    }
}
gateway.kill("SIGTERM");
const [code] = await once(gateway, "exit");
assert.equal(code, 0, "the gateway must end cleanly");
provider.closeAllConnections();
provider.close();
rmSync(folder, { recursive: true });
console.log(`${Object.keys(steps).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
