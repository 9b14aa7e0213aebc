@echo off
rem Mo trang docgen trong trinh duyet. Dong cua so nay hoac bam "Dung" trong trang la docgen dung.
setlocal
chcp 65001 >nul
title docgen
if not exist "%~dp0moi-truong\Scripts\docgen.exe" goto chua_cai
"%~dp0moi-truong\Scripts\docgen.exe" mo %*
if errorlevel 1 pause
exit /b %errorlevel%

:chua_cai
echo docgen chưa được cài trong thư mục này. Hãy bấm đúp vào cai-dat.cmd trước.
pause
exit /b 1
