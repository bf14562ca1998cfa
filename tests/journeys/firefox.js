// Read by Playwright's driver before it begins (NODE_OPTIONS). It speaks WebDriver BiDi to Debian's Firefox, and asks each
// new profile for a colour scheme, a command that this Firefox does not know yet: the profile would not come to be. Another
// command that says nothing goes in its place, so colour schemes are those of the machine.
const UNKNOWN = "emulation.setMediaFeaturesOverride";
const { stringify } = JSON;

JSON.stringify = (value, ...rest) =>
    stringify(value?.method === UNKNOWN ? { ...value, method: "session.status", params: {} } : value, ...rest);
