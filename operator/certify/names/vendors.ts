/** The vendors on whose platforms bots are, as anybody writes them. */
export const VENDORS = /\b(?:bot ?distrikt|voximplant(?: kit)?|k-?launch|wot ?not|chat ?ai ?bot)\b/i;
