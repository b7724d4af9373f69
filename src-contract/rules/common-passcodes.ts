/**
 * The passcodes that an attacker tries first: from the published password lists (German, English, French, Spanish, Italian),
 * those that the other rules of passcode.ts let through, in lower case. passcode.ts ignores digits after a word, so they
 * need no entries here.
 */
export const commonPasscodes: readonly string[] = `
  007007 010203 101112 102030 112233 112358 121314 123123a 123321 1234321 12344321 1234qwer 123654 123abc 123qwe
  12qwas 12345a 123456a 123456abc 123456q 1234abcd 147258 159357 159753 1a2b3c 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 223344 246810 258369 271828 314159
  321654 332211 357159 420420 445566 456789123 654123 666777 696969 741852 777888 789456 789789 951753 963852 987456
  a12345 a1b2c3 aa123456 aaa abc abc123abc abcd abcde abcdef access admin admin123admin administrator alexander
  amore andreas angel arschloch arsenal asd asdf asdfgh asdfghjkl asdfjkl asdqwe ashley austria azerty banana bank
  barcelona baseball basketball batman bayern berlin biteme blume bonjour borussia cardbound changeme charlie cheese
  chelsea chocolate chouchou ciao computer contrasena cookie corvette creditcard daniel default deutschland donald
  dortmund doudou drache dragon engel facebook ferrari flower football freedom freiheit fuckyou fussball geheim
  geheimnis geld germany ginger google guest hacker hallo hallohallo hamburg haslo hello herbst hockey hola hunter
  ichliebedich iloveyou internet jessica jetaime jordan juventus karte kennwort killer konto letmein liebling
  liverpool login london loulou lovely loveyou madrid master matrix mausi mercedes michael moin money monkey
  motdepasse muenchen mustang naruto nicole ninja p@ssw0rd p@ssword pa$$w0rd pa$$word panther paris pass pass-word
  passcode passport passw0rd passwd password passwort pepper pokemon porsche princess prinzessin q1w2e3 q1w2e3r4
  qazwsx qazwsxedc qwaszx qwe qwe123qwe qweasd qweasdzxc qwer qwert qwerty qwertyui qwertyuiop qwertz qwertzuiop
  ranger realmadrid robert root sandra schalke schatz schatzi scheisse schokolade schweiz secret senha servus shadow
  soccer solaris soleil sommer sonnenschein sparkasse spiderman spring starwars stefan summer sunshine superman
  teamo temp tequiero test testtest thomas tiger trustno user volksbank wachtwoord welcome werder whatever
  willkommen winter yxcv zaq12wsx zaq1zaq1 zxcv zxcvbn
`
  .trim()
  .split(/\s+/);
