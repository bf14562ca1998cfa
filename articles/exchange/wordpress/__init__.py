"""WordPress: its export (WXR 1.0 to 1.2), blocks, classic text by its own paragraph rule, shortcodes, attachments."""
