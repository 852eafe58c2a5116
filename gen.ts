import { numberTableFiles } from '/work/wt/l-num/scripts/numbers/tables';
import { writeFileSync } from 'node:fs';
for (const [p,c] of Object.entries(numberTableFiles())) writeFileSync('/work/wt/l-num/'+p, c);
