/** What customers write about. Delivery questions lead to returns, returns to refunds: `next` says what tends to follow. */
export interface Topic {
  readonly name: string
  readonly share: number
  /** How long it takes beside an average one. */
  readonly effort: number
  /** What it does to the mood: the log-odds of a satisfied customer. */
  readonly mood: number
  /** How often the front line needs the specialists. */
  readonly escalates: number
  readonly type: "question" | "problem" | "incident" | "task"
  readonly next: string
  readonly subjects: readonly string[]
  readonly texts: readonly string[]
}

const topic = (
  name: string,
  type: Topic["type"],
  numbers: readonly [share: number, effort: number, mood: number, escalates: number],
  next: string,
) => ({ name, type, share: numbers[0], effort: numbers[1], mood: numbers[2], escalates: numbers[3], next }) as const

/** The last one is the topic that rises: see incidents.ts. */
export const topics: readonly Topic[] = [
  {
    ...topic("delivery", "question", [24, 0.8, 0, 0.03], "return"),
    subjects: ["Where is my order?", "Parcel not arrived", "Tracking has not moved for days", "Delivery date of my tent"],
    texts: [
      "My order was due on Monday and the tracking still says it is in the depot. When will it arrive?",
      "Half of my order came, the paddle is missing.",
      "Can you tell me when the kayak will be delivered? I need to be at home.",
    ],
  },
  {
    ...topic("return", "task", [15, 0.9, 0.05, 0.03], "refund"),
    subjects: ["Return label", "I want to send this back", "Exchange for another size"],
    texts: [
      "The tent is smaller than I thought. How do I send it back?",
      "The return label you sent will not open.",
      "I would like to exchange the jacket for a larger one.",
    ],
  },
  {
    ...topic("refund", "problem", [10, 1, -0.4, 0.08], "billing"),
    subjects: ["Refund not received", "Money back?", "Wrong amount refunded"],
    texts: ["I sent the bike rack back three weeks ago and there is no refund yet.", "You refunded 40 less than I paid. Why?"],
  },
  {
    ...topic("billing", "problem", [9, 1.1, -0.25, 0.12], "subscription"),
    subjects: ["Charged twice", "Invoice with our company address", "Unknown charge on my card"],
    texts: [
      "I was charged twice for the same order.",
      "I need the invoice with our company's address.",
      "There is a charge from you on my card that I do not know.",
    ],
  },
  {
    ...topic("subscription", "task", [8, 1, -0.1, 0.07], "billing"),
    subjects: ["Cancel my membership", "Change to the family plan", "What does Club include?"],
    texts: [
      "Please cancel my membership at the end of the month.",
      "How do I move from Plus to Family?",
      "My membership was renewed although I cancelled it.",
    ],
  },
  {
    ...topic("product_question", "question", [13, 0.9, 0.25, 0.08], "delivery"),
    subjects: ["Which paddle fits?", "Does the tent stand in wind?", "Range of the e-bike"],
    texts: [
      "Which paddle length do you recommend for the Heron 14?",
      "Will the Dune 3 stand up to strong wind?",
      "How far does the Ridge e-bike go with the small battery?",
    ],
  },
  {
    ...topic("warranty", "incident", [8, 1.5, -0.2, 0.28], "return"),
    subjects: ["Broken after two weeks", "Warranty claim", "Leak in the hull"],
    texts: [
      "The frame cracked after two weeks of normal use. Is this covered?",
      "There is a leak at the skeg of our inflatable.",
      "The stove does not light any more.",
    ],
  },
  {
    ...topic("assembly", "question", [5, 1.3, 0.1, 0.2], "warranty"),
    subjects: ["Manual for the bike rack", "Battery does not charge", "How to mount the rail"],
    texts: ["I cannot find the manual for the roof rack.", "The battery shows an error when I charge it."],
  },
  {
    ...topic("login", "problem", [5, 0.6, -0.1, 0.04], "delivery"),
    subjects: ["Cannot log in", "Password mail does not come", "Account locked"],
    texts: ["I cannot log in, the reset mail does not come.", "My account says it is locked."],
  },
  {
    ...topic("discount", "question", [3, 0.6, 0, 0.01], "delivery"),
    subjects: ["Voucher is not accepted", "Student discount", "Price dropped after I bought"],
    texts: ["The voucher from your newsletter is not accepted.", "The price dropped two days after I bought. Can you match it?"],
  },
  {
    ...topic("zip_defect", "incident", [0.4, 1.3, -0.55, 0.26], "return"),
    subjects: ["Zip of the Drift 40 broken", "Zip came off", "Drift 40 does not close"],
    texts: [
      "The main zip of my Drift 40 broke on the second trip.",
      "The zip of the new Drift 40 backpack came off its track.",
      "Drift 40: the zip does not close any more. I want a new one.",
    ],
  },
]

export const RISING_TOPIC = topics.length - 1
