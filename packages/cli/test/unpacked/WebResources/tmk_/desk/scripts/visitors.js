document.title = 'Visitors'
