import { lens } from "./lens.ts"

/** Calls, by the rules of Genesys Cloud. */
export const genesys = lens({
  name: "genesys",
  title: "Genesys Cloud",
  nearest: {
    service_level: {
      called: "Service level %",
      steps: [{ because: "every abandoned call counts against it, short ones too", variants: ["abandons_negative"] }],
      differs: "Answered less those answered too late, by answered and abandoned.",
      source: "definitions card 21, §L 4",
      lacks: [
        "A switch of the installation takes short abandons out, which is our number, or flow-outs in, which is service_level:with_flowouts. It also changes the numbers of the past, so ask how it stands.",
      ],
    },
    answered_call_rate: {
      called: "Answered %",
      steps: [],
      differs: "As ours: every offered call is answered, abandoned or flowed out.",
      source: "definitions card 23",
    },
    occupancy: {
      called: "Occupancy",
      steps: [],
      differs: "Interacting, of interacting, communicating and idle: as ours, less calls of one's own.",
      source: "definitions card 29",
      lacks: ["Communicating, calls outside of the queue, is not told apart by the events, so it is not added below."],
    },
  },
  beyond: {},
  lacks: ["What stands in a division one may not see is missing there without a word."],
})
