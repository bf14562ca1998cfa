"""SOUND AND FILM OF THE HOUSE: files read and rid of what says where and by whom they were made, rows, addresses."""
