"""Calls tools by FastMCP's client, and prints what it was told, as JSON.

client.py MODE URL < CALLS           over HTTP
client.py MODE PROGRAM ARG… < CALLS  over standard input and output

MODE is FastMCP's: `2026-07-28`, or `legacy` for the versions with a handshake.
CALLS is a list of `[tool, arguments]`.
"""

import asyncio
import json
import os
import sys

from fastmcp import Client
from fastmcp.client.transports import StdioTransport


async def main(mode, target):
    if target[0].startswith("http://"):
        transport = target[0]
    else:
        transport = StdioTransport(target[0], target[1:], env=dict(os.environ))
    async with Client(transport, mode=mode) as client:
        tools = await client.list_tools()
        answers = [await answer(client, *call) for call in json.load(sys.stdin)]
        told = {
            "protocol": client.session.protocol_version,
            "tools": [tool.model_dump(mode="json", by_alias=True) for tool in tools],
            "answers": answers,
        }
    json.dump(told, sys.stdout)


async def answer(client, tool, arguments):
    try:
        result = await client.call_tool_mcp(tool, arguments)
    except Exception as error:  # Whatever the client makes of it is what a user meets.
        return {"raised": str(error)}
    return result.model_dump(mode="json", by_alias=True)


asyncio.run(main(sys.argv[1], sys.argv[2:]))
