/**
 * What people type first when asked for twelve characters: the words and runs that lead every published list of leaked
 * passwords, and those that a school would think of. Whole passwords and parts of passwords alike.
 */
export const commonPasswords: readonly string[] = `
  password passwort passphrase passw0rd letmein welcome iloveyou loveyou changeme change default secret admin
  administrator root guest test login signin access master monkey dragon princess sunshine shadow superman batman
  pokemon football baseball cricket liverpool arsenal chelsea manchester united england london charlie michael jordan
  jessica ashley thomas george daniel freedom whatever trustno nothing hello mother father family flower
  spring summer autumn winter january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday correct horse battery staple
  qwertyuiop qwerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsxedc qazwsx azerty abcdefghijkl abcdefgh abcdef
  abcd abc123 aaaa 1q2w3e4r5t6y 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4 1234567890 123456789 12345678 1234567 123456
  12345 1234 0987654321 987654321 87654321 654321 4321 111111 1111 000000 0000 121212 112233 123123 666666 777777
  696969 102030 147258369 147258 789456123 159753
  school primary secondary academy infant junior headteacher teacher headship teaching education learning ofsted
  partnership council governor governance classroom pupil support
`
  .trim()
  .split(/\s+/);
