/** Words that say nothing about what is asked, as they are once apostrophes are gone. */
export const stopWords: ReadonlySet<string> = new Set(
  `
  a about actual actually advance after agent agents all also am an and any anymore anyone anything are
  arent as at be because been before being but by can cannot cant could currently detail details did didnt
  do does doesnt doing dont else even ever every exactly few find for from further get gets getting give
  go goes going good got had has have havent having he hello help her here hey hi him his hm hmm hope how
  human humans i id idea if ill im in info information into is isnt issue it its ive just kind kindly know
  let like ll look looking looks make many may me mean means might mind mine moment more most much must my
  myself need needs never nevermind nice no nor normal normally not now nowhere of off oh ok okay on once
  one only operator option options or other our ours out over own page per person please pls policy
  possible possibly problem problems product products put question questions quite rather re really
  representative right s same say seen shall she should so some somebody someone something still stuff
  such sure t take takes talk talking tell than thank thanks that thats the their them then there theres
  these they thing things think this those though thx to too try trying u uh um under understand until up
  upon us use used ve very want wanted wants was way we well went were what whats when which while who
  whose why will wish with without wonder wondering wont would wouldnt yes yet you your yours
  `
    .trim()
    .split(/\s+/),
);
