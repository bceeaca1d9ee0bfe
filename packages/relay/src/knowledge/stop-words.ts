/** Words that say nothing about what is asked; apostrophes are gone before they are compared. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about actually after all also am an and any anyone anything are arent as at be because been before being but by
  can cannot cant could did didnt do does doesnt doing dont else even ever every few find for from further get gets getting
  give go goes going good got had has have havent having he hello help her here hey hi him his how i id if ill im in
  into is isnt it its ive just kind know let like ll make many may me might mine more most much must my myself need
  needs no nor not now of off oh ok okay on once one only or other our ours out over own per please pls possible put
  quite rather re really right s same say shall she should so some somebody someone something still such sure t
  take takes tell than thank thanks that thats the their them then there theres these stuff seen nowhere nice policy possible possibly moment anymore normal normally exactly actual currently wonder wondering hope understand idea question questions info information detail details option options issue problem problems page please pls thx kindly thanks advance look looks looking mean means product products talk talking agent agents human humans person representative operator never nevermind mind they thing things think this
  those though to too try trying u under until up upon us use used ve very want wanted wants was way we well went were
  what whats when which while who whose why will wish with without wont would wouldnt yes yet you your
  yours`.split(/\s+/),
);
