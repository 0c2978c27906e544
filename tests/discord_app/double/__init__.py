"""A local double of Discord: its REST interface and its gateway over real sockets, with faults on demand.

Start it, point a bot at it, act as people, make the network fail, and look at what the bot sent:

    double = DiscordDouble()
    await double.start()
    async with running_guide(double, store_url, folder) as guide:  # the real `parent-guide run`, a process of its own
        double.faults.reset("POST /channels/*/messages", times=2)
        asked = await double.say("is coco ok for my 7 year old", mention=True)
        await double.until(lambda: double.texts_in(CHANNEL))
        print(guide.log())

`server` has the people's side, `faults` what can go wrong in REST, `gateway` what can go wrong with the connection,
`shapes` the payloads, `rest` the routes, `process` the bot as a process. For a bot in the test's own process, set
`discord.http.Route.BASE` to `double.base`.

It plays what a bot of text channels, direct messages, interactions and forms needs; an unknown route answers 404
with Discord's code 0 and stands in `double.requests` like any other. It does not count rate limits (`faults.status`
with 429 plays one), compress the gateway, or check every field of a payload.
"""
