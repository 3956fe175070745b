/* From a file, a browser may not read the pages found: then the search lists their titles only. */
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
