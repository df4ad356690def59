# Writes armillary.spdx beside the documentation: every installed file with its digests, as SPDX 2.3 (tag-value form).
# Runs at the end of an installation, which gives CMAKE_INSTALL_MANIFEST_FILES.
set(list "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/${ARMILLARY_DOC}/armillary.spdx")
set(files ${CMAKE_INSTALL_MANIFEST_FILES})
list(SORT files)
set(entries "")
set(digests "")
set(number 0)
foreach(file IN LISTS files)
  if(IS_DIRECTORY "$ENV{DESTDIR}${file}")
    continue()
  endif()
  math(EXPR number "${number} + 1")
  file(SHA1 "$ENV{DESTDIR}${file}" sha1)
  file(SHA256 "$ENV{DESTDIR}${file}" sha256)
  list(APPEND digests ${sha1})
  string(APPEND entries "\nFileName: .${file}\nSPDXID: SPDXRef-File-${number}\nFileChecksum: SHA1: ${sha1}\n"
         "FileChecksum: SHA256: ${sha256}\nLicenseConcluded: MIT\nLicenseInfoInFile: NOASSERTION\n"
         "FileCopyrightText: NOASSERTION\n")
endforeach()
# The specification's package verification code: the digest of the sorted digests.
list(SORT digests)
string(JOIN "" joined ${digests})
string(SHA1 code "${joined}")
string(TIMESTAMP now "%Y-%m-%dT%H:%M:%SZ" UTC)
file(WRITE "${list}" "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\n"
     "DocumentName: armillary-${ARMILLARY_VERSION}\n"
     "DocumentNamespace: https://spdx.org/spdxdocs/armillary-${ARMILLARY_VERSION}-${code}\n"
     "Creator: Tool: cmake-${CMAKE_VERSION}\nCreated: ${now}\n"
     "Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-Package\n\n"
     "PackageName: armillary\nSPDXID: SPDXRef-Package\nPackageVersion: ${ARMILLARY_VERSION}\n"
     "PackageDownloadLocation: NOASSERTION\nFilesAnalyzed: true\nPackageVerificationCode: ${code}\n"
     "PackageLicenseConcluded: MIT\nPackageLicenseInfoFromFiles: NOASSERTION\nPackageLicenseDeclared: MIT\n"
     "PackageCopyrightText: NOASSERTION\n${entries}")
list(APPEND CMAKE_INSTALL_MANIFEST_FILES "${CMAKE_INSTALL_PREFIX}/${ARMILLARY_DOC}/armillary.spdx")
