"""THE PHOTO LIBRARY: takes pictures in, keeps originals private, makes renditions. Knows nothing of articles."""
