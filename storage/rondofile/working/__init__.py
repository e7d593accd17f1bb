"""Working: where every edit is kept on this computer the moment it is made, with its history."""
