import type { IdentifierKind } from '../../identifiers/identifier';

// Common forenames and surnames of England and Wales (ONS, Baby names; ONS-based surname counts), with the
// spellings frequent in Kent schools. A column of names holds many of them; the list need not be complete.
const forenames = new Set(
  (
    'aaliyah aaron abdul abdullah abena abigail ada adam adele adrian agnes ahmed aidan aiden aisha alan albert albie alex ' +
    'alexander alexandra alfie alfred ali alice alicia alina alison amal amanda amber amelia amelie amina amir amira ' +
    'amy ana anastasia andre andrea andrei andrew angel angela anisa anita ann anna annabelle anne annie anthony ' +
    'antonio anya archie aria ariana arjun arlo arthur arun asha ashley asif austin ava ayaan ayesha aziz barbara beatrice ' +
    'becky ben benjamin bethany betty bilal billy blake bobby bonnie brandon brian bryan caitlin callum cameron carl ' +
    'carol caroline carter catherine charles charlie charlotte chelsea cheryl chloe chris christian christine christopher ' +
    'ciara claire clara colin connor courtney craig daisy dan daniel danielle darcey darcy darren david dawn dean ' +
    'deborah declan delilah denise dennis derek diana diego dominic donna dorothy dylan eden edith edward eleanor ' +
    'elena eli elias elijah eliza elizabeth ella ellie elliot ellis elsie emilia emily emma emmanuel eric erin esme ' +
    'ethan eva evan evelyn evie ezra faith farah fatima felix fern finlay finley fiona florence francesca francis frank ' +
    'frankie fred freddie frederick freya gabriel gareth gary gavin gemma george georgia georgina gillian giovanni gloria ' +
    'grace grace graham grayson greg hadiya hallie hamza hana hannah harley harper harriet harrison harry harvey hassan ' +
    'hazel heather heidi helen helena henry holly hope hudson hugo hussain ian ibrahim ilyas imogen imran india ines ' +
    'iris isaac isabel isabella isabelle isaiah isla ismail ivan ivy jack jackson jacob jacqueline jade jaden jake ' +
    'jakub james jamie jan jane janet jasmine jason jasper jaxon jay jayden jean jenna jennifer jenny jeremy jesse ' +
    'jessica jessie jill joan joanna joanne joe joel john jonah jonathan jordan jose joseph josh joshua joyce jude ' +
    'judith julia julian julie juliet june kai karen karl kate katherine kathleen katie kayla keith kelly kenneth kerry ' +
    'kevin khadija kian kieran kim kimberley kirsty kwame kyle kyra lacey laila lara laura lauren layla leah leanne lee ' +
    'leila leo leon leonardo leonie lewis lexi liam lily lina linda lisa logan lola lorraine louie louis louisa louise ' +
    'luca lucas lucia lucy luka luke luna lydia lyla mabel maddison madison maia maisie malik manuel marcus margaret maria ' +
    'mariam marie marina mark martha martin mary maryam mason matilda matteo matthew max maximilian maya megan mehmet mia ' +
    'michael michelle miguel mila miles millie mohamed mohammad mohammed molly monica morgan muhammad musa myla nadia ' +
    'naomi natalia natalie natasha nathan nathaniel neil nia niamh nicholas nicola nicole nigel nina noah noor nora nour ' +
    'oakley oliver olivia olivier ollie omar oscar otis otto owen paige pamela patricia patrick paul paula pauline penelope ' +
    'penny peter phillip philip phoebe pippa polly poppy priya rachel ralph raj rebecca reece reggie rehan reuben rhys ' +
    'richard ricky riley rita robert roberta robin robyn rohan roman ronnie rory rosa rosalind rose rosie rowan ruby rupert ' +
    'russell ruth ryan saanvi sadie safiya saif sally sam samantha samir samira samuel sandra sara sarah scarlett scott ' +
    'sean sebastian seth shane shannon sharon shaun shirley sian sienna simon skye sofia sonia sophia sophie stanley ' +
    'stefan stella stephanie stephen steven stuart sue summer susan suzanne sylvia tabitha tamara tanya tara tariq ' +
    'taylor ted teddy teresa terry thea theo theodore theresa thomas tia tiana tiffany tilly tim timothy tina toby tom ' +
    'tommy toni tony tracey tracy travis trevor tristan tyler umar valentina valerie vanessa vera veronica victor victoria ' +
    'vincent violet vivian wayne wendy willow will william xavier yasmin yasmine yousef yusuf yvonne zac zach zachary ' +
    'zahra zain zainab zak zane zara zayn zoe zofia zuzanna'
  ).split(' '),
);

const surnames = new Set(
  (
    'adams ahmed akhtar alexander ali allen anderson andrews armstrong arnold atkinson austin bailey baker ball banks ' +
    'barker barnes barnett barrett begum bell bennett berry bishop black booth bradley brooks brown bryant burgess burke ' +
    'burns burton butler byrne campbell carpenter carr carroll carter chamberlain chambers chan chapman chen clark clarke ' +
    'coleman collins cole connolly cook cooper cox cross cunningham davidson davies davis dawson day dean dixon doyle ' +
    'duncan dunn edwards elliott ellis evans farrell ferguson fisher fletcher ford foster fowler fox francis franklin ' +
    'fraser freeman french fuller garcia gardner george gibson gilbert gill gordon graham grant gray green greene ' +
    'griffin griffiths hall hamilton hammond hancock harding hardy harper harris harrison hart harvey hawkins hayes henderson ' +
    'henry hicks higgins hill hodgson holland holmes hopkins houghton howard howell hudson hughes humphreys hunt hunter hussain ' +
    'hussein ivanov jackson james jenkins jennings johnson johnston jones jordan kaur kaya kelly kennedy kerr khan king ' +
    'knight kowalska kowalski lambert lane lawrence lawson lee lewis lloyd long lowe lynch macdonald mahmood malik marsh ' +
    'marshall martin mason matthews may mccarthy mcdonald mckenzie miah miller mills mitchell mohamed mohammed moore moran ' +
    'morgan morris morrison moss murphy murray nelson newman newton nguyen nicholls nicholson obrien okafor oliver osborne ' +
    'owen owens owusu page palmer parker parry parsons patel patterson payne pearce pearson perkins perry peters phillips ' +
    'pietrzak poole porter potter powell price pritchard quinn rahman read reed rees reid reynolds rhodes richards richardson ' +
    'riley roberts robertson robinson rodriguez rogers rose ross rowe russell ryan sanders saunders savage schofield scott ' +
    'shah sharma sharp shaw shepherd silva simmons simpson sims sinclair singh slater smith spencer stevens stevenson stewart ' +
    'stone sullivan sutton swift taylor thomas thompson thomson townsend tran tucker turner tyler walker wallace walsh walters ' +
    'wang ward warner warren watkins watson watts webb webster west wheeler white wilkins wilkinson williams williamson wilson ' +
    'winter wong wood woods woodward wright yates young zhang'
  ).split(' '),
);

// Words of places, services and groups, which are written with capitals and are no person's name.
const noName =
  /\b(school|academy|college|primary|secondary|infants?|juniors?|nursery|centre|council|team|service|services|district|borough|county|road|street|house|church|saint|st|hospital|unit|and|the|of|british|other|any|white|black|asian|mixed|not|early|help|youth|term|autumn|spring|summer)\b/i;

/**
 * Whether the text looks like a person's name: a common forename or surname, alone, as "Forename Surname"
 * or as "Surname, Forename".
 */
export function isPersonName(value: string): boolean {
  const text = value.trim();
  if (text.length > 60 || !/^[\p{L}'’.,\- ]+$/u.test(text)) return false;
  const words = text.toLowerCase().split(/[ ,]+/).filter(Boolean);
  if (words.length === 1) {
    // Upper case would take codes such as MAY for names, lower case words such as rose.
    return /^\p{Lu}\p{Ll}/u.test(text) && (forenames.has(words[0]!) || surnames.has(words[0]!));
  }
  if (words.length > 4) return false;
  const [first, last] = [words[0]!, words.at(-1)!.replace(/['’]/g, '')];
  if (text.includes(',')) return forenames.has(last) || surnames.has(first);
  if (noName.test(text) && !(forenames.has(first) && surnames.has(last))) return false;
  return forenames.has(first) || (surnames.has(last) && /^\p{Lu}/u.test(text));
}

export const personName: IdentifierKind = {
  label: 'names of people',
  matches: isPersonName,
  least: 2,
  share: 0.6,
};
