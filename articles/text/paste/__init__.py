"""What comes from the clipboard: other programs' HTML, and whole stories."""
