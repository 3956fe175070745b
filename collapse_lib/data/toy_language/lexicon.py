"""The words of the toy language, most frequent first: the word of rank r in its list has weight 1 / r.

Every word stands here once, either in one domain or in `SHARED`. That is what makes a sentence readable in one way
only. The domains are in order of frequency too, by the same rule: there is more talk of the harbour than of the
observatory.
"""

DOMAINS = {
    "harbour": {
        "PERSON": "fisherman sailor keeper captain pilot boatbuilder netmaker oysterman ropemaker sailmaker wrecker",
        "PLACE": "lighthouse harbour quay beach jetty boathouse cove breakwater",
        "THING": "boat net lantern anchor oar rope compass sail buoy chart barometer sextant",
        "CREATURE": "gull seal cormorant herring lobster puffin porpoise petrel",
        "LABOURS": "sails fishes rows drifts dives beachcombs",
    },
    "farm": {
        "PERSON": "farmer shepherd miller dairymaid ploughman beekeeper thatcher carter farrier hedger cheesemaker",
        "PLACE": "barn orchard meadow farmhouse pasture windmill dovecote sheepfold",
        "THING": "plough cart spade bucket scythe ladder pitchfork saddle beehive yoke weathervane flail",
        "CREATURE": "horse cow hen goose swallow donkey lark lapwing",
        "LABOURS": "sows digs harvests threshes winnows gleans",
    },
    "market": {
        "PERSON": "baker merchant tailor grocer cobbler clockmaker locksmith glassblower lamplighter milliner",
        "PLACE": "market bakery square tavern fountain arcade guildhall pawnshop",
        "THING": "basket clock coat coin key kettle umbrella mirror teapot thimble wig abacus",
        "CREATURE": "cat dog pigeon sparrow mouse starling jackdaw parrot",
        "LABOURS": "bargains argues gossips haggles yawns embroiders",
    },
    "forest": {
        "PERSON": "woodcutter hunter forester gamekeeper trapper poacher herbalist hermit falconer bodger rootdigger",
        "PLACE": "forest clearing sawmill glade thicket copse spinney holloway",
        "THING": "axe saw bow trap horn sledge flint quiver snare whetstone billhook adze",
        "CREATURE": "deer fox owl badger woodpecker hedgehog marten nightjar",
        "LABOURS": "hunts chops whittles forages stalks coppices",
    },
    "railway": {
        "PERSON": "driver conductor porter guard stationmaster signalman stoker surveyor platelayer wheeltapper",
        "PLACE": "station platform tunnel viaduct depot signalbox siding turntable",
        "THING": "suitcase ticket engine whistle lamp parcel signal timetable trolley wagon semaphore telegraph",
        "CREATURE": "crow rat rabbit moth spider kestrel wagtail slowworm",
        "LABOURS": "travels waits dozes shunts stokes telegraphs",
    },
    "mountain": {
        "PERSON": "guide climber miner goatherd innkeeper geologist muleteer prospector cartographer gemcutter",
        "PLACE": "summit valley mine glacier gorge waterfall hut moraine",
        "THING": "map pickaxe rucksack blanket tent stove cowbell crampon alpenstock theodolite snowshoe alphorn",
        "CREATURE": "goat eagle marmot ibex chamois chough ptarmigan lammergeier",
        "LABOURS": "climbs descends shivers prospects trespasses yodels",
    },
    "marsh": {
        "PERSON": "ferryman reedcutter lockkeeper botanist eelcatcher peatcutter birdwatcher fowler mudlark dyker",
        "PLACE": "river marsh canal island causeway towpath sluice reedbed",
        "THING": "raft pole punt sickle bridge spyglass lifebelt decoy bulrush eeltrap coracle rushlight",
        "CREATURE": "heron duck frog otter kingfisher dragonfly bittern natterjack",
        "LABOURS": "wades paddles floats punts dredges squelches",
    },
    "theatre": {
        "PERSON": "actor dancer singer violinist director puppeteer conjurer stagehand ventriloquist wigmaker",
        "PLACE": "theatre stage balcony ballroom foyer cloakroom greenroom trapdoor",
        "THING": "costume mask script violin curtain piano trumpet fan marionette cello crinoline glockenspiel",
        "CREATURE": "dove canary poodle spaniel monkey cockatoo greyhound chameleon",
        "LABOURS": "sings dances rehearses improvises juggles pirouettes",
    },
    "abbey": {
        "PERSON": "monk nun abbot gardener pilgrim scribe bellringer novice cellarer illuminator anchorite",
        "PLACE": "chapel garden library cloister belfry crypt scriptorium ossuary",
        "THING": "book bell candle quill manuscript organ chalice inkwell lectern psalter censer reliquary",
        "CREATURE": "bee robin thrush wren snail carp peacock tortoise",
        "LABOURS": "prays kneels chants fasts meditates repents",
    },
    "observatory": {
        "PERSON": "astronomer professor mathematician physicist librarian nightwatchman balloonist horologist",
        "PLACE": "observatory tower laboratory dome roof staircase planetarium sundial",
        "THING": "telescope lens globe notebook pendulum prism logbook blackboard orrery astrolabe ephemeris",
        "CREATURE": "bat swift beetle firefly nightingale gecko hawkmoth glowworm",
        "LABOURS": "calculates observes ponders experiments stargazes extrapolates",
    },
}

SHARED = {
    "TEMPER": "old young quiet tall tired kind lonely proud cheerful stubborn patient shy retired lefthanded taciturn",
    "LOOK": "small heavy broken new wooden rusty borrowed painted forgotten stolen crooked battered gilded priceless",
    "AIR": "empty northern distant ancient abandoned flooded western moonlit ruined eastern haunted snowbound unmapped",
    "WILD": "hungry sleeping white tame wounded frightened lame nesting migrating albino",
    "HANDLES": "carries mends finds cleans sells hides paints loses borrows draws steals polishes inherits pawns",
    "WATCHES": "watches hears follows feeds counts sketches chases photographs startles befriends mimics",
    "MEETS": "meets helps thanks greets avoids forgives visits marries imitates outwits disinherits",
    "GOES": "walks returns runs hurries wanders cycles limps tiptoes sleepwalks",
    "TELLS": "tells asks reminds warns teases consoles serenades",
    "THINKS": "dreams speaks thinks boasts tires despairs",
    "LIVES": "sleeps rests lives lingers shelters hibernates",
    "NEAR": "near behind beside below beyond opposite",
    "KIN": "sister brother mother father neighbour daughter son aunt friend uncle cousin grandmother godmother lodger",
    "POSSESSIVE": "her his",
    "HOUR": "dawn night noon dusk midnight sunset daybreak teatime cockcrow",
    "SEASON": "winter summer autumn spring January Advent Lent",
    "DAY": "Sunday Monday Saturday Friday Wednesday Michaelmas Candlemas",
    "WEATHER": "rain snow fog wind storm frost moonlight drizzle hail sleet thaw gloaming",
    "MANNER": "again alone often slowly quietly gladly seldom carefully barefoot reluctantly backwards surreptitiously",
    "VILLAGE": (
        "Ashmere Thornwick Greywater Elmsay Corrow Oxhollow Pellam Windlesea Farrowdale Quillham Starby Nettlecote "
        "Umberleigh Saint-Odo Zennock Yarrowmoss Little-Ember Withy-under-Edge"
    ),
}
