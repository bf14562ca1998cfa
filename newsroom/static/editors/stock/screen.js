/* The entry of every screen of the admin: names that its fields lack, the bell, the switcher and the keys. */

import "./naming.js"
import "./switcher.js"
