export const GIVEN: readonly string[] =
  "Ada,Ben,Carla,Dario,Emil,Femke,Grace,Hanna,Ines,Jonas,Kira,Liam,Mara,Nils,Olga,Paul,Quentin,Rosa,Sami,Tessa,Umut,Vera,Will,Xenia,Yara,Zoe,Aisha,Bruno,Chloe,David,Elif,Felix,Gina,Hugo,Iris,Jan,Katya,Lena,Marc,Noor".split(
    ",",
  )
export const FAMILY: readonly string[] =
  "Abel,Brandt,Castillo,Dahl,Ellis,Fischer,Garcia,Hoang,Ivanov,Jansen,Keller,Lopez,Meyer,Novak,Okafor,Petrov,Quist,Rossi,Schmidt,Tremblay,Ueda,Vogel,Weber,Xu,Yilmaz,Zimmer,Andersen,Bauer,Chen,Diallo,Evans,Fournier,Gagnon,Hansen,Ito,Jung,Kaur,Lindt,Moreau,Nguyen".split(
    ",",
  )

export const OPENERS: readonly string[] = ["Hello,", "Hi there,", "Good morning,", "Dear team,", "Hey,"]
export const REPLIES: readonly string[] = [
  "Thanks for writing. I have looked into it and this is what I found.",
  "Sorry about that. I have sent you a new label.",
  "I have asked the carrier and will come back to you.",
  "That is done; you will see it in your account within a day.",
  "Could you send me a photo and the order number, please?",
]
export const FOLLOW_UPS: readonly string[] = [
  "Here is what you asked for.",
  "Order number as above. And the photo.",
  "That did not help, I am afraid.",
  "Any news on this?",
  "One more question about this.",
]
export const NOTES: readonly string[] = [
  "Carrier confirms the loss, replacement ordered.",
  "Second time this month, be generous.",
  "Checked with the warehouse.",
  "Called, no answer.",
]
export const PRAISE: readonly string[] = [
  "Quick and friendly.",
  "Solved at once, thank you!",
  "Great help.",
  "Very kind and clear.",
  "Easy, as it should be.",
]
export const COMPLAINTS: readonly string[] = [
  "Took far too long.",
  "I had to explain it three times.",
  "The bot did not understand me at all.",
  "Still not solved.",
  "Nobody answered for days.",
  "Unfriendly and no solution.",
]
export const BOT_LINES: readonly string[] = [
  "Hi, I am Tilly, the assistant. What can I do for you?",
  "Here is an article that may help.",
  "Your parcel is on its way; here is the tracking link.",
  "Did that answer your question?",
]
export const SEARCHES: readonly string[] = [
  "return label",
  "track order",
  "cancel membership",
  "warranty",
  "change address",
  "invoice",
  "size chart",
  "battery range",
  "zip repair",
  "drift 40 zip",
]
export const ARTICLES: readonly string[] = [
  "returns",
  "tracking",
  "membership",
  "warranty-claims",
  "invoices",
  "sizes",
  "battery-care",
  "assembly-videos",
  "vouchers",
  "delivery-times",
  "account",
  "repairs",
]
