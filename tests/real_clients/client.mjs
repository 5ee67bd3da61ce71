// Calls tools by an official TypeScript client, and prints what it was told, as JSON.
//
// client.mjs SDK URL < CALLS           over HTTP
// client.mjs SDK PROGRAM ARG… < CALLS  over standard input and output
//
// SDK is a folder of node_modules: `client` is the second version of the SDK, others the first.
// CALLS is a list of [tool, arguments].

import { readFileSync } from "node:fs";

const [sdk, ...target] = process.argv.slice(2);
const calls = JSON.parse(readFileSync(0, "utf8"));
const { Client, StdioClientTransport, StreamableHTTPClientTransport } = await clientOf(sdk);

const client = new Client({ name: "real-client", version: "1" }, options(sdk));
await client.connect(transport(target));
const { tools } = await client.listTools();
const answers = [];
for (const [name, args] of calls) {
    // Whatever the client makes of an answer is what a user meets.
    const answer = client.callTool({ name, arguments: args });
    answers.push(await answer.catch((error) => ({ raised: String(error.message) })));
}
const protocol = client.getNegotiatedProtocolVersion?.() ?? (await import(`${sdk}/types.js`)).LATEST_PROTOCOL_VERSION;
await client.close();
process.stdout.write(JSON.stringify({ protocol, tools, answers }));

async function clientOf(sdk) {
    if (sdk === "@modelcontextprotocol/client") {
        return { ...(await import(sdk)), ...(await import(`${sdk}/stdio`)) };
    }
    return {
        ...(await import(`${sdk}/client/index.js`)),
        ...(await import(`${sdk}/client/stdio.js`)),
        ...(await import(`${sdk}/client/streamableHttp.js`)),
    };
}

function options(sdk) {
    return sdk === "@modelcontextprotocol/client" ? { versionNegotiation: { mode: "auto" } } : {};
}

function transport([program, ...args]) {
    if (program.startsWith("http://")) {
        return new StreamableHTTPClientTransport(new URL(program));
    }
    return new StdioClientTransport({ command: program, args, env: process.env, stderr: "ignore" });
}
