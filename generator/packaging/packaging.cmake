# What `cmake --install` puts where, and the Debian package: cpack -G DEB, in the build folder.
include(GNUInstallDirs)

# The manual and the completions come from the program's own description of its commands.
set(words ${CMAKE_BINARY_DIR}/words)
add_custom_command(
  OUTPUT ${words}/armillary.1.gz ${words}/armillary.bash ${words}/_armillary ${words}/armillary.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${words}
  COMMAND armillary manual > ${words}/armillary.1
  COMMAND gzip -9nf ${words}/armillary.1
  COMMAND armillary completions bash > ${words}/armillary.bash
  COMMAND armillary completions zsh > ${words}/_armillary
  COMMAND armillary completions fish > ${words}/armillary.fish
  DEPENDS armillary)
add_custom_target(words ALL DEPENDS ${words}/armillary.1.gz)

install(TARGETS armillary)
install(DIRECTORY templates static DESTINATION ${CMAKE_INSTALL_DATADIR}/armillary)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/armillary)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/armillary RENAME copyright)
install(FILES ${words}/armillary.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${words}/armillary.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME armillary)
install(FILES ${words}/_armillary DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${words}/armillary.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# Last: it lists what was installed before it.
install(CODE "set(ARMILLARY_VERSION ${PROJECT_VERSION})\nset(ARMILLARY_DOC ${CMAKE_INSTALL_DATADIR}/doc/armillary)")
install(SCRIPT ${CMAKE_SOURCE_DIR}/generator/packaging/list_files.cmake)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The maintainers of Armillary <armillary@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Static site generator for bilingual, cross-linked observatories")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Turns Markdown and YAML records, described by schemas in YAML, into a static site in any number of languages, with
 timelines, matrices, tables, indexes and relations in both directions.")
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
include(CPack)
