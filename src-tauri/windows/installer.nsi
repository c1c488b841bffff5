; The installer for one user: no administrator is asked for, and nothing is written outside the user's own
; folders and registry. `cargo xtask windows` calls makensis with VERSION, PUBLISHER, STAGE (the folder of what is
; installed), KILOBYTES (of it), ICON, PICTURE and OUT. Names and places are those of the installer that the Tauri CLI
; makes from tauri.conf.json, so that either updates what the other installed.

Target amd64-unicode
SetCompressor /SOLID /FINAL lzma
; Megabytes, more than either program has: of the second, only what differs from the first costs anything. The
; installer takes as much memory while it unpacks.
SetCompressorDictSize 96
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh

!define PRODUCT "Kiện Toàn"
!define PROGRAM "kientoan.exe"
!define COMMAND "kientoan-cli.exe"
!define FILE_TYPE "KienToan.Register"
!define CLASSES "Software\Classes"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define MEMORY "Software\${PUBLISHER}\${PRODUCT}"
; Where Windows notes which WebView2 it has.
!define WEB_VIEW "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
; What Windows calls a sharing violation: the program is open.
!define IN_USE 32

Var HasWebView

Name "${PRODUCT}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\${PRODUCT}"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
BrandingText "${PRODUCT} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
; The language is asked once, and remembered for updates and for the removal.
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${MEMORY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Installer Language"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_WINDOWTITLE "${PRODUCT}"
!define MUI_LANGDLL_INFO "Chọn ngôn ngữ / Choose a language"

!define MUI_WELCOMEPAGE_TEXT "$(Welcome)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW OfferToRun
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(Removal)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString Welcome ${LANG_VIETNAMESE} "Kiện Toàn ${VERSION}: sổ theo dõi ban chỉ đạo, hội đồng, tổ công tác.$\r$\n$\r$\nChương trình được cài riêng cho người dùng này, không cần quyền quản trị máy. Nếu đã có bản cũ, bản mới sẽ thay bản cũ; các sổ được giữ nguyên."
LangString Welcome ${LANG_ENGLISH} "Kiện Toàn ${VERSION}: a register of steering committees.$\r$\n$\r$\nIt is installed for this user alone and needs no administrator. An older version is replaced; registers stay as they are."
LangString Removal ${LANG_VIETNAMESE} "Gỡ Kiện Toàn khỏi máy của người dùng này. Các sổ được giữ nguyên, kể cả sổ trong thư mục dữ liệu của chương trình."
LangString Removal ${LANG_ENGLISH} "Removes Kiện Toàn for this user. Registers stay, also those in the program's data folder."
LangString Open ${LANG_VIETNAMESE} "Kiện Toàn đang mở. Đóng cửa sổ chương trình và các lệnh kientoan-cli đang chạy, rồi bấm Thử lại. Chưa có gì thay đổi."
LangString Open ${LANG_ENGLISH} "Kiện Toàn is open. Close its window, and any kientoan-cli that is running, and press Retry. Nothing was changed yet."
LangString NoWebView ${LANG_VIETNAMESE} "Đã cài xong, nhưng máy này chưa có Microsoft Edge WebView2 nên cửa sổ chương trình chưa hiển thị được.$\r$\n$\r$\nChạy Windows Update cho đến khi không còn bản cập nhật nào; nếu vẫn chưa được, nhờ người phụ trách máy tính cài “Microsoft Edge WebView2 Runtime” (miễn phí, của Microsoft)."
LangString NoWebView ${LANG_ENGLISH} "Installed, but Microsoft Edge WebView2 is missing here, so the window cannot be shown yet.$\r$\n$\r$\nRun Windows Update until nothing is left; if that does not help, have the “Microsoft Edge WebView2 Runtime” (free, by Microsoft) installed."
LangString TypeName ${LANG_VIETNAMESE} "Sổ Kiện Toàn"
LangString TypeName ${LANG_ENGLISH} "Kiện Toàn register"
LangString Purpose ${LANG_VIETNAMESE} "Sổ theo dõi ban chỉ đạo, hội đồng, tổ công tác"
LangString Purpose ${LANG_ENGLISH} "Register of steering committees"

VIProductVersion "${VERSION}.0"
!macro ABOUT language description
  VIAddVersionKey /LANG=${language} ProductName "${PRODUCT}"
  VIAddVersionKey /LANG=${language} ProductVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} FileVersion "${VERSION}"
  VIAddVersionKey /LANG=${language} CompanyName "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} LegalCopyright "Apache-2.0"
  VIAddVersionKey /LANG=${language} FileDescription "${description}"
!macroend
!insertmacro ABOUT ${LANG_VIETNAMESE} "Cài đặt Kiện Toàn ${VERSION}"
!insertmacro ABOUT ${LANG_ENGLISH} "Kiện Toàn ${VERSION} Setup"

; A program that runs cannot be replaced. Both are asked before either is touched, so that no half of an update
; is ever left.
!macro REFUSE_WHILE_OPEN
  again:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    FileClose $0
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${COMMAND}"
    FileOpen $0 "$INSTDIR\${COMMAND}" a
    FileClose $0
  ${EndIf}
  ${If} ${Errors}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Open)" /SD IDCANCEL IDRETRY again
    SetErrorLevel ${IN_USE}
    Quit
  ${EndIf}
!macroend

; What was chosen last time, else Vietnamese; and whoever installs silently is not asked.
!macro CHOOSE_LANGUAGE
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  ReadRegStr $0 HKCU "${MEMORY}" "Installer Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
!macroend

Function .onInit
  !insertmacro CHOOSE_LANGUAGE
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro CHOOSE_LANGUAGE
FunctionEnd

Section
  !insertmacro REFUSE_WHILE_OPEN
  SetOutPath "$INSTDIR"
  File "${STAGE}/${PROGRAM}"
  File "${STAGE}/${COMMAND}"
  File "${STAGE}/WebView2Loader.dll"
  File "${STAGE}/LICENSE.txt"
  File "${STAGE}/THIRD-PARTY.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" SW_SHOWNORMAL "" "$(Purpose)"

  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "$(TypeName)"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.kientoan" "" "${FILE_TYPE}"

  WriteRegStr HKCU "${MEMORY}" "" "$INSTDIR"
  WriteRegStr HKCU "${MEMORY}" "Installer Language" "$LANGUAGE"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" ${KILOBYTES}

  ; The shell learns of the file type now, not at the next start.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEB_VIEW}" "pv"
  ReadRegStr $1 HKCU "Software\${WEB_VIEW}" "pv"
  ${If} "$0$1" == ""
  ${OrIf} "$0$1" == "0.0.0.0"
    StrCpy $HasWebView no
    MessageBox MB_OK|MB_ICONINFORMATION "$(NoWebView)" /SD IDOK
  ${EndIf}
SectionEnd

; A program that would only say the same once more is not offered.
Function OfferToRun
  ${If} $HasWebView == no
    SendMessage $mui.FinishPage.Run ${BM_SETCHECK} ${BST_UNCHECKED} 0
    ShowWindow $mui.FinishPage.Run ${SW_HIDE}
  ${EndIf}
FunctionEnd

; Takes away file by file what was put there, and folders only when they are empty: whatever a user kept in
; them stays. The data folder (%LOCALAPPDATA%\vn.kientoan.desktop) is never touched.
Section Uninstall
  !insertmacro REFUSE_WHILE_OPEN
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${COMMAND}"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"

  ; Another program may have taken the file type over meanwhile.
  ReadRegStr $0 HKCU "${CLASSES}\.kientoan" ""
  ${If} $0 == "${FILE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\.kientoan" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.kientoan"
  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  DeleteRegKey HKCU "${ENTRY}"
  DeleteRegKey HKCU "${MEMORY}"
  DeleteRegKey /ifempty HKCU "Software\${PUBLISHER}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
