# Writes git_version.h, which says which state of the sources is being compiled; only where that changed.
#   cmake -DSOURCE=… -DOUTPUT=…/git_version.h -P git_version.cmake
execute_process(COMMAND git -C ${SOURCE} describe --tags --always --dirty
                OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
if(failed)
  set(described "")
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "#pragma once\n#define ARMILLARY_GIT_VERSION \"${described}\"\n")
