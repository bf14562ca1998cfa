// Wires the modules of readers' pages; the one script that story pages name.
import { scrollForNext } from "./scroll.js";

scrollForNext();
