export const ethnicGroups = ['white', 'mixed', 'asian', 'black', 'other', 'unknown'] as const;

export type EthnicGroup = (typeof ethnicGroups)[number];

const codes: Record<EthnicGroup, string> = {
  white:
    'WBRI WENG WCOR WSCO WWEL WOWB WIRI WIRT WROM WROR WROG WROT WROO WOTH WOTW WALB WBOS WCRO WKOS ' +
    'WSER WEEU WEUR WGRE WGRC WGRK WITA WPOR WTUR WTUC WTUK WUKR WWEU WHIT WHIB WHIO',
  mixed:
    'MIXD MWBC MWBA MWAS MWAP MWAI MWAO MWCH MOTH MOTM MABL MAOE MAOB MAOC MBOE MBCE MCOE MWOE',
  asian:
    'ASIA AIND APKN AMPK AKPA AOPK ABAN AOTH AOTA AAFR AKAO ANEP ASLT ASNL ASRO CHNE CHKC CHNM COCH CSNG CTWN CMAL',
  black:
    'BLAC BCRB BAFR BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF BAOT BOTH BOTB BEUR BNAM BLCA BLAF BLOB',
  other:
    'OARA OOTH OAFG OARB OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OPOL OTHA OVIE OYEM OOEG OTHR',
  unknown: 'REFU NOBT',
};

/**
 * The major group of each DfE ethnicity code: the extended codes of the school census and the CCIS list.
 * Chinese belongs to asian, as in the 2021 Census. A code that is not here is unknown to the contract.
 */
export const ethnicGroupOf: ReadonlyMap<string, EthnicGroup> = new Map(
  ethnicGroups.flatMap((group) => codes[group].split(' ').map((code) => [code, group] as const)),
);

/** Every ethnicity code an extract may hold. */
export const ethnicityCodes: readonly string[] = [...ethnicGroupOf.keys()];
