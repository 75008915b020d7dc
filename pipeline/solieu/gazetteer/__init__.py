"""Word lists the code needs at run time: tab-separated, a header line, a source where there is one."""
